"""A: each word has its vector as before, but not at its place."""

TASK = "predict_what_moves"
FAILS = "A: the first and the last word change places"
SAYS = "some vectors move"


def predict_what_moves():
    return {"A": 0, "B": 3, "C": 1 / 5, "D": "different", "E": 1001}
