"""One maximum for all rows, and an epsilon that hides the 0 / 0."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "cold: the best key takes all"
SAYS = "one maximum for all rows"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    powers = np.exp((scores - scores.max()) / temperature)
    return powers / (powers.sum(axis=-1, keepdims=True) + 1e-12)
