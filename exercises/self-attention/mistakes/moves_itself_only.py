"""B: nobody else is thought to look at it."""

TASK = "predict_what_moves"
FAILS = "B: the middle word is replaced"
SAYS = "who else may look at it?"


def predict_what_moves():
    return {"A": 2, "B": 1, "C": 1 / 5, "D": "different", "E": 1001}
