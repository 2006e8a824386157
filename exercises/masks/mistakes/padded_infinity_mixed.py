"""NaN is replaced, and infinity is not."""

import numpy as np

TASK = "attend_padded"
FAILS = "what stands in the filling of v has no influence"
SAYS = "contains 10 NaN"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    values = np.where(np.isnan(v), 0, v)
    return softmax(np.where(real, scores, -1e9)) * real @ values
