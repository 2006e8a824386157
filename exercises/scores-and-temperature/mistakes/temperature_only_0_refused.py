"""A negative temperature passes, and the worst key wins."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "a temperature of 0 or less is refused"
SAYS = "softmax_with_temperature(np.array([[2, 1]]), -1) returned"


def softmax_with_temperature(scores, temperature):
    if temperature == 0:
        raise ValueError("the temperature must not be 0")
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
