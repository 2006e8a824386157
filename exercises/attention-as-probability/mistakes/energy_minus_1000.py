"""A number in the place of -inf, which is not low enough."""

import numpy as np

TASK = "free_energy"
FAILS = "hidden keys add nothing"
SAYS = "in the place of -inf"


def free_energy(scores, temperature):
    scores = np.where(np.isinf(scores), -1000, scores)
    highest = scores.max(axis=-1, keepdims=True)  # (q, 1)
    powers = np.exp((scores - highest) / temperature)  # (q, k)
    return highest[:, 0] + temperature * np.log(powers.sum(axis=-1))
