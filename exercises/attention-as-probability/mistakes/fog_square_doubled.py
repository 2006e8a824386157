"""C doubles the square."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "C: twice the length"
SAYS = "more than twice the square"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 25, "D": np.log(15), "E": 0.2}
