"""The two farthest pots, even on one side."""

import numpy as np

TASK = "two_mixtures"
FAILS = "wild: as much spread as possible"
SAYS = "below 0"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = values[high] - values[low] or 1  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(*np.abs(values - wish).argsort()[-2:]),
        "steady": mix(below, above),
    }
