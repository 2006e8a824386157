"""D is the weight of the second."""

TASK = "predict_the_digits"
FAILS = "D: hidden by -10,000"
SAYS = "of the other key"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 7 / 4, "D": 1 / 4, "E": "equal"}
