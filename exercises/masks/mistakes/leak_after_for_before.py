"""E divides by the sum of all three."""

TASK = "predict_the_leak"
FAILS = "E: hidden before the softmax"
SAYS = "still stands in the sum"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 22, "E": 3 / 8, "F": 3 / 8}
