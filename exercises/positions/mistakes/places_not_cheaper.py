"""A counts all alike."""

TASK = "predict_the_places"
FAILS = "A: a price for every step"
SAYS = "near ones are cheaper"


def predict_the_places():
    return {"A": 1 / 3, "B": 2, "C": 3, "D": 8, "E": 4, "F": 5}
