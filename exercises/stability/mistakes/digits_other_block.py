"""B is the share of the other block."""

TASK = "predict_the_digits"
FAILS = "B: a block of four against a block of one"
SAYS = "of the other block"


def predict_the_digits():
    return {"A": 8192, "B": 5 / 6, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
