"""C adds up the powers themselves."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "not relative to the highest"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 14, "D": 3 / 4, "E": "equal"}
