"""D holds without a mask."""

TASK = "predict_what_moves"
FAILS = "D: the same word twice"
SAYS = "may both of them ask the same words?"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "same", "E": 1001}
