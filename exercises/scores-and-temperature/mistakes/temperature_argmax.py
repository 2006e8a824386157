"""A special case for the cold, which gives all to the first of the best."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "cold: equal keys share, as they do at every temperature"
SAYS = "argmax, which takes the first of the best"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    if temperature < 0.01:
        return np.eye(scores.shape[-1])[scores.argmax(axis=-1)]
    scaled = scores / temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
