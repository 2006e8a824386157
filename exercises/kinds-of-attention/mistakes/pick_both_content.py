"""F takes both for the same."""

TASK = "predict_the_pick"
FAILS = "F: where the mixture is right"
SAYS = "only if all pots cost the same"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "both"}
