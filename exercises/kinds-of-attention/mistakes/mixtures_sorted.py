"""The shelf is sorted, and the weights are not put back."""

import numpy as np

TASK = "two_mixtures"
FAILS = "both mix the wish"
SAYS = "if the shelf were sorted"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = max(values[high] - values[low], 1e-300)  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return (1 - part) * (at == low) + part * (at == high)

    values, at = np.sort(values), np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {"wild": mix(0, len(values) - 1), "steady": mix(below, above)}
