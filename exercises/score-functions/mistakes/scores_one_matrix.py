"""D counts one matrix."""

TASK = "predict_the_scores"
FAILS = "D: the learned numbers of an additive score"
SAYS = "have a matrix each"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 4800, "D": 66, "E": "additive", "F": "linear"}
