"""A large negative number is added, and a row with nothing but that is as it was."""

import numpy as np

TASK = "attend_padded"
FAILS = "a sequence with no real key gets zeros"
SAYS = "as if it were not"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return softmax(scores - 1e4 * ~real) @ v
