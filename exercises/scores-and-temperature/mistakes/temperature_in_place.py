"""The caller's own scores are divided."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "the scores are left as they were"
SAYS = "changed its first argument"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scores /= temperature
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
