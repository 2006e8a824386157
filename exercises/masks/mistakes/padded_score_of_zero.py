"""A hidden score is set to 0."""

import numpy as np

TASK = "attend_padded"
FAILS = "each sequence hides its own filling, from all of its queries"
SAYS = "a score of 0 for what is hidden"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attend_padded(q, k, v, lengths):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    real = np.arange(k.shape[-2]) < np.asarray(lengths)[:, None, None]
    return softmax(np.where(real, scores, 0)) @ v
