"""D takes the power of the hidden key for 1."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "D: a hidden key"
SAYS = "that is not 1"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 625, "D": np.log(19), "E": 0.2}
