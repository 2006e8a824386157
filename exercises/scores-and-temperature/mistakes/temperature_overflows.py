"""No maximum is subtracted: 5 / 0.001 is too large for np.exp."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "cold: the best key takes all"
SAYS = "NaN or infinite"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    powers = np.exp(scores / temperature)
    return powers / powers.sum(axis=-1, keepdims=True)
