"""C multiplies by the inverse."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "upside down"


def predict_the_digits():
    return {"A": 2048, "B": 1 / 4, "C": 10, "D": 3 / 4, "E": "nan"}
