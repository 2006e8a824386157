"""A counts the words that stayed, too."""

TASK = "predict_what_moves"
FAILS = "A: the first and the last word change places"
SAYS = "words that stay see the same words"


def predict_what_moves():
    return {"A": 4, "B": 3, "C": 1 / 5, "D": "different", "E": 1001}
