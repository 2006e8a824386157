"""D counts a bias for each hidden feature."""

TASK = "predict_the_scores"
FAILS = "D: the learned numbers of an additive score"
SAYS = "biases were not to be counted"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 4800, "D": 132, "E": "additive", "F": "linear"}
