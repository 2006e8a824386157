"""F takes little for nothing."""

TASK = "predict_the_scores"
FAILS = "F: who gives the same to all"
SAYS = "through the bend it does"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 4800, "D": 126, "E": "additive", "F": "additive"}
