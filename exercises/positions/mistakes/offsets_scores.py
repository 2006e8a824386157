"""Scores are compared as they are."""

import numpy as np

TASK = "sees_offsets_only"
FAILS = "a number added to a whole row changes no weight"
SAYS = "the diagonals of the scores as they are"


def sees_offsets_only(scores):
    return bool(np.allclose(scores[1:, 1:], scores[:-1, :-1], rtol=0, atol=1e-6))
