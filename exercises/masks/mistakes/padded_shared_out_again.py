"""Hidden after the softmax, and what is left is shared out again."""

import numpy as np

TASK = "attend_padded"
FAILS = "what stands in the filling of k has no influence"
SAYS = "leaves nothing for the real ones"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    left = softmax(scores) * real
    total = left.sum(axis=-1, keepdims=True)
    return left / np.where(total > 0, total, 1) @ np.where(real.swapaxes(-1, -2), v, 0)
