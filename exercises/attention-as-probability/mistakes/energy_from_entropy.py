"""Mean score plus entropy: right, until a weight is 0."""

import numpy as np

TASK = "free_energy"
FAILS = "hidden keys add nothing"
SAYS = "NaN or infinite"


def free_energy(scores, temperature):
    powers = np.exp((scores - scores.max(axis=-1, keepdims=True)) / temperature)
    weights = powers / powers.sum(axis=-1, keepdims=True)
    entropy = -(weights * np.log(weights)).sum(axis=-1)
    return (weights * scores).sum(axis=-1) + temperature * entropy
