"""C counts pairs."""

TASK = "predict_the_scores"
FAILS = "C: what exists at once"
SAYS = "after the sum"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 600, "D": 126, "E": "additive", "F": "linear"}
