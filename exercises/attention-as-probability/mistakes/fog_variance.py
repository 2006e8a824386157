"""A stops at the variance of the mean."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "A: the mean of many draws"
SAYS = "take its root"


def predict_in_the_fog():
    return {"A": 16 / 64, "B": 5, "C": 625, "D": np.log(15), "E": 0.2}
