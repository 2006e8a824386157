"""C forgets the factor."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "still in its old unit"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 4, "D": 3 / 4, "E": "nan"}
