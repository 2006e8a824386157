"""The formula as it stands."""

import numpy as np

TASK = "free_energy"
FAILS = "large scores and cold rows stay finite"
SAYS = "NaN or infinite"


def free_energy(scores, temperature):
    return temperature * np.log(np.exp(scores / temperature).sum(axis=-1))
