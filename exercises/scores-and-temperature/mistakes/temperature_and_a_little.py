"""A little something against a division by 0."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "being T points ahead is worth a factor of e"
SAYS = "a temperature of 2e-09, less cold"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scaled = scores / (temperature + 1e-9)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
