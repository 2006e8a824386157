"""The highest score is subtracted and forgotten."""

import numpy as np

TASK = "free_energy"
FAILS = "large scores and cold rows stay finite"
SAYS = "was not added again"


def free_energy(scores, temperature):
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    powers = np.exp((scores - highest) / temperature)  # (q, k)
    return temperature * np.log(powers.sum(axis=-1))  # (q,)
