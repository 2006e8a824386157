"""A counts as if nothing were rounded."""

TASK = "predict_the_digits"
FAILS = "A: ones added in float16"
SAYS = "one more is rounded away"


def predict_the_digits():
    return {"A": 5000, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "nan"}
