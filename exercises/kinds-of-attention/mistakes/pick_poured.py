"""A is the cost of pouring."""

TASK = "predict_the_pick"
FAILS = "A: what a pick costs on average"
SAYS = "the mixture is never taken"


def predict_the_pick():
    return {"A": 1, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
