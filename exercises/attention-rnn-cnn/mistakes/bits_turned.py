"""What is left, less what was there."""

import numpy as np

TASK = "bits_brought"
FAILS = "one answer, as by hand"
SAYS = "not the other way"


def bits_brought(scores, said):
    lead = scores - scores.max(axis=-1, keepdims=True)  # (b, n, s)
    right = np.take_along_axis(lead, said[..., None], axis=-1)[..., 0]  # (b, n)
    logs = right - np.log(np.exp(lead).sum(axis=-1))  # (b, n), of probabilities
    gained = -logs / np.log(2) - np.log2(scores.shape[-1])  # (b, n), in bits
    return float(gained.sum(axis=-1).mean())
