"""E takes unbiased for zero."""

TASK = "predict_the_pick"
FAILS = "E: the mean over all draws"
SAYS = "only if no choice matters"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": -1 / 2, "E": 0, "F": "straight-through"}
