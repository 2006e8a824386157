"""B shares by the logarithms."""

TASK = "predict_the_digits"
FAILS = "B: a block of four against a block of one"
SAYS = "those are logarithms"


def predict_the_digits():
    return {"A": 8192, "B": 0.316, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
