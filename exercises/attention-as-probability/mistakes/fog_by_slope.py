"""D follows the slope all the way."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "D: a hidden key"
SAYS = "small changes only"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 625, "D": np.log(20) - 0.25, "E": 0.2}
