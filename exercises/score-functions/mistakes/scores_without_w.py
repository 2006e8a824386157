"""D forgets w."""

TASK = "predict_the_scores"
FAILS = "D: the learned numbers of an additive score"
SAYS = "there is a w as well"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 4800, "D": 120, "E": "additive", "F": "linear"}
