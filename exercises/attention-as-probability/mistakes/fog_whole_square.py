"""B forgets the half."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "B: what plain dot products believe"
SAYS = "half of the squared length"


def predict_in_the_fog():
    return {"A": 0.5, "B": 25, "C": 625, "D": np.log(15), "E": 0.2}
