"""B takes the factor of the logarithm for a factor of the power."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "B: what plain dot products believe"
SAYS = "no factor outside"


def predict_in_the_fog():
    return {"A": 0.5, "B": 10, "C": 625, "D": np.log(15), "E": 0.2}
