"""The lost page is taken out of the mixture, and its share with it."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "no page answers for itself"
SAYS = "still takes its share"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    apart = np.abs(keys - keys.T)
    scores = -(apart**2) / (2 * bandwidth**2)
    powers = np.exp(scores)
    weights = powers / powers.sum(axis=1, keepdims=True)
    return (weights * (apart > hole)) @ values
