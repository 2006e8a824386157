"""E takes the number for infinite."""

TASK = "predict_the_digits"
FAILS = "E: hidden by -60,000, in float16"
SAYS = "is it below the lowest number"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "nan"}
