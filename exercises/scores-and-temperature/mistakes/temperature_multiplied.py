"""Hot and cold are exchanged."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "being T points ahead is worth a factor of e"
SAYS = "scores multiplied by the temperature"


def softmax_with_temperature(scores, temperature):
    scaled = scores * temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
