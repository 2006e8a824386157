"""C shares the look among all words."""

TASK = "predict_what_moves"
FAILS = "C: what the fifth word gets"
SAYS = "words which are still to come"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 8, "D": "different", "E": 1001}
