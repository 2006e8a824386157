"""Distances that are not divided."""

import numpy as np

TASK = "two_mixtures"
FAILS = "both mix the wish"
SAYS = "has the sum"


def two_mixtures(values, wish):
    def mix(low, high):
        return (values[high] - wish) * (at == low) + (wish - values[low]) * (at == high)

    at = np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(below, above),
    }
