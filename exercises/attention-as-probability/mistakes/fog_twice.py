"""C: twice the length, twice as common."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "C: twice the length"
SAYS = "stands in an exponent"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 10, "D": np.log(15), "E": 0.2}
