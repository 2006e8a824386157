"""D expects zeros."""

TASK = "predict_the_digits"
FAILS = "D: hidden by -10,000"
SAYS = "shares out one whole, whatever"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 7 / 4, "D": 0, "E": "equal"}
