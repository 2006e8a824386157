"""The two nearest pots, wherever they lie."""

import numpy as np

TASK = "two_mixtures"
FAILS = "steady: as little spread as possible"
SAYS = "below 0"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = values[high] - values[low] or 1  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(*np.abs(values - wish).argsort()[:2]),
    }
