"""D expects zeros."""

TASK = "predict_the_digits"
FAILS = "D: hidden by -10,000"
SAYS = "shares out one whole, whatever"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 2, "D": 0, "E": "nan"}
