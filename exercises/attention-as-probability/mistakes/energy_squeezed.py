"""A single row loses its axis."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "one row is a row, too"


def free_energy(scores, temperature):
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    powers = np.exp((scores - highest) / temperature)  # (q, k)
    return np.squeeze(highest[:, 0] + temperature * np.log(powers.sum(axis=-1)))
