"""The other logarithm."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "base 2, after"


def free_energy(scores, temperature):
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    powers = np.exp((scores - highest) / temperature)  # (q, k)
    return highest[:, 0] + temperature * np.log2(powers.sum(axis=-1))
