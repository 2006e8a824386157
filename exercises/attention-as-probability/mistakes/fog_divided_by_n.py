"""A: the error is divided by the number of draws."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "A: the mean of many draws"
SAYS = "falls with the root"


def predict_in_the_fog():
    return {"A": 4 / 64, "B": 5, "C": 625, "D": np.log(15), "E": 0.2}
