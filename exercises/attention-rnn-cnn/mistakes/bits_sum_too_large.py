"""The logarithm is had without p, and the sum becomes too large."""

import numpy as np

TASK = "bits_brought"
FAILS = "sure and wrong, with large scores"
SAYS = "is not -inf: exp(score) became too large"


def bits_brought(scores, said):
    right = np.take_along_axis(scores, said[..., None], axis=-1)[..., 0]  # (b, n)
    logs = right - np.log(np.exp(scores).sum(axis=-1))  # (b, n), of probabilities
    gained = np.log2(scores.shape[-1]) + logs / np.log(2)  # (b, n), in bits
    return float(gained.sum(axis=-1).mean())
