"""B leaves out the word itself."""

TASK = "predict_what_moves"
FAILS = "B: the middle word is replaced"
SAYS = "a word sees itself, too"


def predict_what_moves():
    return {"A": 2, "B": 2, "C": 1 / 5, "D": "different", "E": 1001}
