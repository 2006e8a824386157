"""E: the new word does not ask itself."""

TASK = "predict_what_moves"
FAILS = "E: one more word"
SAYS = "attends to itself as well"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "different", "E": 1000}
