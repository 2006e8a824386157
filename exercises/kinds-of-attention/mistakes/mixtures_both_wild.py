"""Both are the wild one."""

import numpy as np

TASK = "two_mixtures"
FAILS = "steady: as little spread as possible"
SAYS = "one as small as"


def two_mixtures(values, wish):
    def mix(low, high):
        gap = max(values[high] - values[low], 1e-300)  # 0 if one pot does it
        part = (wish - values[low]) / gap
        return (1 - part) * (at == low) + part * (at == high)

    at = np.arange(len(values))
    return {
        "wild": mix(values.argmin(), values.argmax()),
        "steady": mix(values.argmin(), values.argmax()),
    }
