"""E hides the first key."""

TASK = "predict_the_leak"
FAILS = "E: hidden before the softmax"
SAYS = "not the first"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 22, "E": 3 / 7, "F": 3 / 8}
