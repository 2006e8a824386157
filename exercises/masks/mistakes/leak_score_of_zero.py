"""E gives the hidden key a score of 0."""

TASK = "predict_the_leak"
FAILS = "E: hidden before the softmax"
SAYS = "minus infinity, not a score of 0"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 22, "E": 3 / 5, "F": 3 / 8}
