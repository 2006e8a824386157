"""A forgets one key."""

TASK = "predict_the_places"
FAILS = "A: a price for every step"
SAYS = "the first token of the text"


def predict_the_places():
    return {"A": 3 / 4, "B": 2, "C": 3, "D": 8, "E": 4, "F": 5}
