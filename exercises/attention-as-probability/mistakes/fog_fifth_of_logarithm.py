"""D takes a fifth from the logarithm."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "D: a hidden key"
SAYS = "not its logarithm"


def predict_in_the_fog():
    return {"A": 1, "B": 5, "C": 625, "D": 0.8 * np.log(10), "E": 0.2}
