"""The shares of the two pots are swapped."""

import numpy as np

TASK = "two_mixtures"
FAILS = "both mix the wish"
SAYS = "and the wish is"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = max(values[high] - values[low], 1e-300)  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return part * (at == low) + (1 - part) * (at == high)

    at = np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(below, above),
    }
