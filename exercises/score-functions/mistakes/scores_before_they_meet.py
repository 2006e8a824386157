"""C counts what is projected, before it is added."""

TASK = "predict_the_scores"
FAILS = "C: what exists at once"
SAYS = "before queries and keys have met"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 400, "D": 126, "E": "additive", "F": "linear"}
