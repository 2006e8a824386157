"""A stops at the first step that is rounded at all."""

TASK = "predict_the_digits"
FAILS = "A: threes added in float16"
SAYS = "and not lost"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
