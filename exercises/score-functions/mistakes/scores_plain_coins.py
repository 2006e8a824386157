"""A takes coins with 1 on their sides."""

TASK = "predict_the_scores"
FAILS = "A: a typical dot product"
SAYS = "for coins with +1"


def predict_the_scores():
    return {"A": 3, "B": 4, "C": 4800, "D": 126, "E": "additive", "F": "linear"}
