"""E forgets the temperature."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "E: the price of a better match"
SAYS = "at the temperature of 1"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 625, "D": np.log(15), "E": 0.1}
