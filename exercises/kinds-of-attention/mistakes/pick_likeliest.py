"""A takes the likeliest pot only."""

TASK = "predict_the_pick"
FAILS = "A: what a pick costs on average"
SAYS = "taken too, now and then"


def predict_the_pick():
    return {"A": 9, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
