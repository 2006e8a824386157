"""A forgets the chances."""

TASK = "predict_the_pick"
FAILS = "A: what a pick costs on average"
SAYS = "drawn more often"


def predict_the_pick():
    return {"A": 17, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
