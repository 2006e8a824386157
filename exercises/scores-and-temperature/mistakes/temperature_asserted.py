"""An assert, which ``python -O`` leaves out, where a caller expects a ValueError."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "a temperature of 0 or less is refused"
SAYS = "raised AssertionError"


def softmax_with_temperature(scores, temperature):
    assert temperature > 0
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
