"""C takes the reach for the width."""

TASK = "predict_the_pick"
FAILS = "C: the weight of a key under the bell"
SAYS = "half the reach"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.176, "D": -1 / 2, "E": -1, "F": "straight-through"}
