"""E is right for a number that fits."""

TASK = "predict_the_digits"
FAILS = "E: hidden by a number that does not fit"
SAYS = "a constant left"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "unmasked"}
