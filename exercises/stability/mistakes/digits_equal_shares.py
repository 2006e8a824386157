"""D expects what a much larger number does."""

TASK = "predict_the_digits"
FAILS = "D: hidden by -10,000"
SAYS = "the scores drown"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 2, "D": 1 / 2, "E": "nan"}
