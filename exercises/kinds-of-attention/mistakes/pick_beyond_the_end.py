"""B counts a key that does not exist."""

TASK = "predict_the_pick"
FAILS = "B: keys in sight"
SAYS = "the list ends before"


def predict_the_pick():
    return {"A": 13, "B": 6, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
