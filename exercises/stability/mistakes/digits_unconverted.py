"""C adds the power as it stands."""

TASK = "predict_the_digits"
FAILS = "C: a sum in a new unit"
SAYS = "the power of the new score as it stands"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 11, "D": 3 / 4, "E": "equal"}
