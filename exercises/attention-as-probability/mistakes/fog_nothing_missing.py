"""D: a hidden key is thought to leave F alone."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "D: a hidden key"
SAYS = "missing from the sum"


def predict_in_the_fog():
    return {"A": 0.5, "B": 5, "C": 625, "D": np.log(20), "E": 0.2}
