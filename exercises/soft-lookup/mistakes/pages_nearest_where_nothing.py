"""Where all powers are 0 the nearest pages answer, and they alone."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "several values a page, and a narrow bandwidth"
SAYS = "another is nearly as near"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    apart = np.abs(keys - keys.T)
    apart = np.where(apart > hole, apart, np.inf)
    powers = np.exp(-(apart**2) / (2 * bandwidth**2))
    is_nearest = apart == apart.min(axis=1, keepdims=True)
    is_lost = powers.sum(axis=1, keepdims=True) == 0
    powers = np.where(is_lost, is_nearest, powers)
    return powers @ values / powers.sum(axis=1, keepdims=True)
