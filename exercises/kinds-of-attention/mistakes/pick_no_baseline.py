"""D forgets the baseline."""

TASK = "predict_the_pick"
FAILS = "D: a key that was not drawn"
SAYS = "and the baseline?"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": -5 / 2, "E": -1, "F": "straight-through"}
