"""A row of minus infinity alone is 0 / 0."""

import numpy as np

TASK = "attend_padded"
FAILS = "a sequence with no real key gets zeros"
SAYS = "contains 10 NaN or infinite values"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return softmax(np.where(real, scores, -np.inf)) @ v
