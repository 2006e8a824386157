"""A number that is low, and not below every score, for what is hidden."""

import numpy as np

TASK = "attend_padded"
FAILS = "real keys with very low scores are heard"
SAYS = "far ahead of the real scores, which are near -58"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    weights = softmax(np.where(real, scores, -30)) * real
    return weights @ np.where(real.swapaxes(-1, -2), v, 0)
