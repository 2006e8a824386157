"""The highest score is taken off the caller's array."""

import numpy as np

TASK = "free_energy"
FAILS = "the caller's scores stay as they are"
SAYS = "changed its first argument"


def free_energy(scores, temperature):
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    scores -= highest
    powers = np.exp(scores / temperature)  # (q, k)
    return highest[:, 0] + temperature * np.log(powers.sum(axis=-1))
