"""Scores are compared as they are."""

import numpy as np

TASK = "sees_distances_only"
FAILS = "a number added to a whole row changes no weight"
SAYS = "only has a number added"


def sees_distances_only(scores):
    return bool(np.allclose(scores[1:, 1:], scores[:-1, :-1], rtol=0, atol=1e-6))
