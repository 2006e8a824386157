"""D takes a quarter from the logarithm."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "D: a hidden key"
SAYS = "not its logarithm"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 625, "D": 0.75 * np.log(20), "E": 0.2}
