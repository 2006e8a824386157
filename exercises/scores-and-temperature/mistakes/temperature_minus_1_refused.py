"""Just below 0 is taken for 0 with noise."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "a temperature of 0 or less is refused"
SAYS = "-1e-09) returned something"


def softmax_with_temperature(scores, temperature):
    if temperature == 0 or temperature < -1e-6:
        raise ValueError("the temperature must be above 0")
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
