"""F shares out what was thrown away."""

TASK = "predict_the_leak"
FAILS = "F: hidden after the softmax"
SAYS = "nobody shares out again"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 4}
