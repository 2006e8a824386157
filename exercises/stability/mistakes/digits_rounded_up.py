"""A rounds a tie up."""

TASK = "predict_the_digits"
FAILS = "A: ones added in float16"
SAYS = "the neighbour that is even"


def predict_the_digits():
    return {"A": 2049, "B": 1 / 4, "C": 2, "D": 3 / 4, "E": "nan"}
