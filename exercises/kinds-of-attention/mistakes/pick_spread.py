"""A is the spread alone."""

TASK = "predict_the_pick"
FAILS = "A: what a pick costs on average"
SAYS = "around the mixture and not around the wish"


def predict_the_pick():
    return {"A": 12, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
