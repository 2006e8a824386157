"""A adds nine products as if all fell alike."""

TASK = "predict_the_scores"
FAILS = "A: a typical dot product"
SAYS = "not all fall on the same side"


def predict_the_scores():
    return {"A": 36, "B": 4, "C": 4800, "D": 126, "E": "additive", "F": "linear"}
