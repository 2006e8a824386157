"""Never colder than a millionth."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "being T points ahead is worth a factor of e"
SAYS = "a temperature of 1e-06, less cold"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scaled = scores / max(temperature, 1e-6)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
