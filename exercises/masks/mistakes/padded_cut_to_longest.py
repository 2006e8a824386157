"""Keys behind the longest sequence are cut off, and all of them may be."""

import numpy as np

TASK = "attend_padded"
FAILS = "a sequence with no real key gets zeros"
SAYS = "zero-size array"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    k, v = k[:, : max(lengths)], v[:, : max(lengths)]
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    weights = softmax(np.where(real, scores, -1e9)) * real
    return weights @ np.where(real.swapaxes(-1, -2), v, 0)
