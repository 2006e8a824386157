"""The powers are those of T = 1."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "no T inside the powers"


def free_energy(scores, temperature):
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    powers = np.exp(scores - highest)  # (q, k)
    return highest[:, 0] + temperature * np.log(powers.sum(axis=-1))
