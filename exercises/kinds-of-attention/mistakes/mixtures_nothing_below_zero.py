"""Pots above the wish become 0 in the search, which is more than shades below 0."""

import numpy as np

TASK = "two_mixtures"
FAILS = "steady: as little spread as possible"
SAYS = '-5000)["steady"]'


def two_mixtures(values, wish):
    def mix(low, high):
        if values[low] == values[high]:
            return (at == low) * 1.0
        part = (wish - values[low]) / (values[high] - values[low])
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    below = (values * (values <= wish)).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(below, above),
    }
