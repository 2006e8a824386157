"""The mean score alone."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "without the entropy"


def free_energy(scores, temperature):
    powers = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    weights = powers / powers.sum(axis=-1, keepdims=True)
    return (weights * scores).sum(axis=-1)
