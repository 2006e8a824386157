"""Whole steps of temperature only: in the heat all scores become 0."""

import numpy as np

TASK = "softmax_with_temperature"
FAILS = "hot: nearly equal, and still in order"
SAYS = "what was rounded?"


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scaled = scores // temperature
    powers = np.exp(scaled - scaled.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
