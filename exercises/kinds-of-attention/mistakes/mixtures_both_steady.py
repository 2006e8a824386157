"""Both are the steady one."""

import numpy as np

TASK = "two_mixtures"
FAILS = "wild: as much spread as possible"
SAYS = "one as large as"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = max(values[high] - values[low], 1e-300)  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    below = np.where(values <= wish, values, -np.inf).argmax()
    above = np.where(values >= wish, values, np.inf).argmin()
    return {
        "wild": mix(below, above),
        "steady": mix(below, above),
    }
