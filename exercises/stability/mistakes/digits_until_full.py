"""A goes on to the largest number."""

TASK = "predict_the_digits"
FAILS = "A: threes added in float16"
SAYS = "steps are lost long before"


def predict_the_digits():
    return {"A": 65504, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
