"""One number is taken from all scores, the highest of them."""

import numpy as np

TASK = "bits_brought"
FAILS = "sure and wrong, with large scores"
SAYS = "is not inf: exp(score) became 0"


def bits_brought(scores, said):
    lead = scores - scores.max()
    right = np.take_along_axis(lead, said[..., None], axis=-1)[..., 0]  # (b, n)
    logs = right - np.log(np.exp(lead).sum(axis=-1))  # (b, n), of probabilities
    gained = np.log2(scores.shape[-1]) + logs / np.log(2)  # (b, n), in bits
    return float(gained.sum(axis=-1).mean())
