"""B counts keys."""

TASK = "predict_the_digits"
FAILS = "B: a block of four against a block of one"
SAYS = "that counts keys"


def predict_the_digits():
    return {"A": 8192, "B": 4 / 5, "C": 7 / 4, "D": 3 / 4, "E": "equal"}
