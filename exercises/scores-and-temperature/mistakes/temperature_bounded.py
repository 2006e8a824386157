"""Never colder than 0.1, "for stability"."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "cold: the best key takes all"
SAYS = "never below 0.1"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scaled = scores / max(temperature, 0.1)
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
