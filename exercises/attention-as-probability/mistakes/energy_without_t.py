"""The logarithm is not multiplied by T."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "no T in front"


def free_energy(scores, temperature):
    scaled = scores / temperature
    highest = scaled.max(axis=-1, keepdims=True)
    return highest[:, 0] + np.log(np.exp(scaled - highest).sum(axis=-1))
