"""A takes the gap for the end of a step."""

TASK = "predict_the_digits"
FAILS = "A: ones added in float16"
SAYS = "there the gap is four"


def predict_the_digits():
    return {"A": 4096, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "nan"}
