"""The weight of a NaN is 0, and 0 times NaN is NaN."""

import numpy as np

TASK = "attend_padded"
FAILS = "what stands in the filling of v has no influence"
SAYS = "NaN or infinite"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return softmax(np.where(real, scores, -1e9)) * real @ v
