"""np.nan_to_num at the end throws the real values away with the NaN."""

import numpy as np

TASK = "attend_padded"
FAILS = "what stands in the filling of v has no influence"
SAYS = "the real values went with it"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return np.nan_to_num(softmax(np.where(real, scores, -np.inf)) @ v)
