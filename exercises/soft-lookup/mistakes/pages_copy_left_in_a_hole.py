"""A copy is lost without a hole, and comes back with one."""

import numpy as np

TASK = "guess_lost_pages"
FAILS = "a copy of a page is lost with it"
SAYS = "1.5, 1): this looks like a page with the same key was left"


def guess_lost_pages(keys, values, bandwidth, hole=0):
    apart = np.abs(keys - keys.T)
    left = apart > hole
    if hole:
        left = left | (apart == 0)
        np.fill_diagonal(left, val=False)
    scores = np.where(left, -(apart**2) / (2 * bandwidth**2), -np.inf)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers @ values / powers.sum(axis=1, keepdims=True)
