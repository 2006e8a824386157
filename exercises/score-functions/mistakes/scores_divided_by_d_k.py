"""B divides by d_k."""

TASK = "predict_the_scores"
FAILS = "B: after the division"
SAYS = "not by d_k"


def predict_the_scores():
    return {"A": 12, "B": 12 / 9, "C": 4800, "D": 126, "E": "additive", "F": "linear"}
