"""A large negative number is added, and NaN stays NaN."""

import numpy as np

TASK = "attend_padded"
FAILS = "what stands in the filling of k has no influence"
SAYS = "contains 20 NaN"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return softmax(scores - 1e9 * ~real) * real @ np.where(real.swapaxes(-1, -2), v, 0)
