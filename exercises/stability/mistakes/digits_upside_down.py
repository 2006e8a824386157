"""C multiplies by the inverse."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "upside down"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 13, "D": 3 / 4, "E": "equal"}
