"""C forgets the factor."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "still in its old unit"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 4, "D": 3 / 4, "E": "equal"}
