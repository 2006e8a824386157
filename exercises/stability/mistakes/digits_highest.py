"""C names the highest score."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "the highest score itself"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 2.079, "D": 3 / 4, "E": "equal"}
