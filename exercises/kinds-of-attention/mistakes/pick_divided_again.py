"""C divides by the sum."""

TASK = "predict_the_pick"
FAILS = "C: the weight of a key under the bell"
SAYS = "nothing divides by the sum again"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.18, "D": -1 / 2, "E": -1, "F": "straight-through"}
