"""B knows that the division makes scores of size 1."""

TASK = "predict_the_scores"
FAILS = "B: after the division"
SAYS = "features of size 1"


def predict_the_scores():
    return {"A": 12, "B": 1, "C": 4800, "D": 126, "E": "additive", "F": "linear"}
