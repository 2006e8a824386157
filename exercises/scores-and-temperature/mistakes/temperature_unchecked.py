"""Any temperature will do: 0 gives NaN, and below 0 the worst key wins."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "a temperature of 0 or less is refused"
SAYS = "softmax_with_temperature(np.array([[2, 1]]), 0) returned"


def softmax_with_temperature(scores, temperature):
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
