"""A takes the gap for the end of a step."""

TASK = "predict_the_digits"
FAILS = "A: threes added in float16"
SAYS = "a step of three was lost before"


def predict_the_digits():
    return {"A": 16384, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
