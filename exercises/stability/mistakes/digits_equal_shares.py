"""D expects what a much larger number does."""

TASK = "predict_the_digits"
FAILS = "D: hidden by -10,000"
SAYS = "the scores drown"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 7 / 4, "D": 1 / 2, "E": "equal"}
