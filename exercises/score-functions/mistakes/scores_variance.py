"""A gives the variance."""

TASK = "predict_the_scores"
FAILS = "A: a typical dot product"
SAYS = "that is the variance"


def predict_the_scores():
    return {"A": 144, "B": 4, "C": 4800, "D": 126, "E": "additive", "F": "linear"}
