"""B compares the highest scores."""

TASK = "predict_the_digits"
FAILS = "B: a block of four against a block of one"
SAYS = "how many keys are there?"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 21, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
