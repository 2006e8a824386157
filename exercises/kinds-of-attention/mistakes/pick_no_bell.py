"""C forgets the bell."""

TASK = "predict_the_pick"
FAILS = "C: the weight of a key under the bell"
SAYS = "without the bell"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 1 / 5, "D": -1 / 2, "E": -1, "F": "straight-through"}
