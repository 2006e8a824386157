"""A counts as if nothing were rounded."""

TASK = "predict_the_digits"
FAILS = "A: threes added in float16"
SAYS = "a step is rounded away"


def predict_the_digits():
    return {"A": 15000, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
