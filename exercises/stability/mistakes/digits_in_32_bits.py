"""E is right in 32 bits."""

TASK = "predict_the_digits"
FAILS = "E: hidden by a number that does not fit"
SAYS = "does this number fit into 16?"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "equal"}
