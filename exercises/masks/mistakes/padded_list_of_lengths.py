"""A list cannot be given new axes."""

import numpy as np

TASK = "attend_padded"
FAILS = "three sequences, five queries, seven keys, and a list of lengths"
SAYS = "raised TypeError"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < lengths[:, None, None]
    weights = softmax(np.where(real, scores, -1e9)) * real
    return weights @ np.where(real.swapaxes(-1, -2), v, 0)
