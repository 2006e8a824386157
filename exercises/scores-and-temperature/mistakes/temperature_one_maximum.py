"""One maximum for all rows: cold makes every power of the lower row 0."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "cold: the best key takes all"
SAYS = "contains 3 NaN or infinite values"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    powers = np.exp((scores - scores.max()) / temperature)
    return powers / powers.sum(axis=-1, keepdims=True)
