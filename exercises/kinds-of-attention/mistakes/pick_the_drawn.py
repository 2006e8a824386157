"""D is for the drawn key."""

TASK = "predict_the_pick"
FAILS = "D: a key that was not drawn"
SAYS = "for the key that was drawn"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": 2 / 3, "E": -1, "F": "straight-through"}
