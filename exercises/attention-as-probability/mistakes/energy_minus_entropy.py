"""The entropy is taken off, not added."""

import numpy as np

TASK = "free_energy"
FAILS = "its slopes are the weights"
SAYS = "minus T times the entropy"


def free_energy(scores, temperature):
    powers = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    weights = powers / powers.sum(axis=-1, keepdims=True)
    entropy = -(weights * np.log(weights)).sum(axis=-1)
    return (weights * scores).sum(axis=-1) - temperature * entropy
