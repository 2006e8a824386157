"""F leaves the first key out of the sum."""

TASK = "predict_the_leak"
FAILS = "F: hidden after the softmax"
SAYS = "stands in the sum, too"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 7}
