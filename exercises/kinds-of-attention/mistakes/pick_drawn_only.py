"""D moves only what was drawn."""

TASK = "predict_the_pick"
FAILS = "D: a key that was not drawn"
SAYS = "move as well"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": 0, "E": -1, "F": "straight-through"}
