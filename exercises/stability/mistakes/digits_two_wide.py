"""A stops where the gap is wider than the step."""

TASK = "predict_the_digits"
FAILS = "A: threes added in float16"
SAYS = "more than half of it"


def predict_the_digits():
    return {"A": 4096, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
