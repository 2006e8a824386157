"""A takes half of the distance between the values."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "A: the mean of many draws"
SAYS = "equally likely"


def predict_in_the_fog():
    return {"A": 5 / 8, "B": 5, "C": 625, "D": np.log(15), "E": 0.2}
