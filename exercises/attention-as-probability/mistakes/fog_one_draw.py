"""A is the error of a single draw."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "A: the mean of many draws"
SAYS = "that is a single draw"


def predict_in_the_fog():
    return {"A": 4, "B": 5, "C": 625, "D": np.log(15), "E": 0.2}
