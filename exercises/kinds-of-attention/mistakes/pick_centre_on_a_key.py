"""B is right for a centre on a key."""

TASK = "predict_the_pick"
FAILS = "B: keys in sight"
SAYS = "between two keys"


def predict_the_pick():
    return {"A": 13, "B": 7, "C": 0.12, "D": -1 / 2, "E": -1, "F": "straight-through"}
