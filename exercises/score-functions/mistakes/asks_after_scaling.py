"""Rows are scaled to the same size first, so that multiples look the same."""

import numpy as np

TASK = "asks_nothing"
FAILS = "a number added to a whole row changes no weight"
SAYS = "a multiple of the first"


def asks_nothing(scores):
    leads = scores - scores.mean(axis=1, keepdims=True)
    leads = leads / leads.std(axis=1, keepdims=True)
    return np.allclose(leads, leads[0])
