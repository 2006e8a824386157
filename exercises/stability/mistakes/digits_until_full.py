"""A goes on to the largest number."""

TASK = "predict_the_digits"
FAILS = "A: ones added in float16"
SAYS = "steps are lost long before"


def predict_the_digits():
    return {"A": 65504, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "nan"}
