"""B: no bias is taken for no belief."""

import numpy as np

TASK = "predict_in_the_fog"
FAILS = "B: what plain dot products believe"
SAYS = "silence is a belief"


def predict_in_the_fog():
    return {"A": 0.5, "B": 1, "C": 625, "D": np.log(15), "E": 0.2}
