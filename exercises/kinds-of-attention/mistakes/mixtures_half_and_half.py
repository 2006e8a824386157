"""Half of each pot."""

import numpy as np

TASK = "two_mixtures"
FAILS = "both mix the wish"
SAYS = "mixes"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = max(values[high] - values[low], 1e-300)  # 0 if one pot does it
        part = 0.5 * (gap > 0)
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(below, above),
    }
