"""The right answer is never looked at."""

import numpy as np

TASK = "bits_brought"
FAILS = "one answer, as by hand"
SAYS = "likeliest symbol"


def bits_brought(scores, said):
    lead = scores - scores.max(axis=-1, keepdims=True)  # (b, n, s)
    logs = -np.log(np.exp(lead).sum(axis=-1))  # (b, n), of the highest
    gained = np.log2(scores.shape[-1]) + logs / np.log(2)  # (b, n), in bits
    return float(gained.sum(axis=-1).mean())
