"""Rows of scores are compared, where softmax compares leads."""

import numpy as np

TASK = "asks_nothing"
FAILS = "a number added to a whole row changes no weight"
SAYS = "share"


def asks_nothing(scores):
    return np.allclose(scores, scores[0])
