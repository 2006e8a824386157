"""Columns are added up."""

import numpy as np

TASK = "free_energy"
FAILS = "temperature times the logarithm of the sum of powers"
SAYS = "sum over the queries"


def free_energy(scores, temperature):
    return temperature * np.log(np.exp(scores / temperature).sum(axis=0))
