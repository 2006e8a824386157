"""D expects the mean where nothing is known."""

TASK = "predict_the_lookup"
FAILS = "D: far away from all keys"
SAYS = "does the lead of the nearest shrink?"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 9, "D": 16, "E": 18.5}
