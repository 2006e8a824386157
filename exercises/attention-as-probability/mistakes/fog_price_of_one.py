"""E forgets the temperature."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "E: the price of a better match"
SAYS = "at the temperature of 1"


def predict_in_the_fog():
    return {"A": 1, "B": 5, "C": 625, "D": np.log(8), "E": 0.1}
