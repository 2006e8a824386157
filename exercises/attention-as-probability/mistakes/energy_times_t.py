"""Scores are multiplied by T inside, too."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "multiplied by the temperature"


def free_energy(scores, temperature):
    scaled = scores * temperature
    highest = scaled.max(axis=-1, keepdims=True)
    powers = np.exp(scaled - highest)
    return temperature * (highest[:, 0] + np.log(powers.sum(axis=-1)))
