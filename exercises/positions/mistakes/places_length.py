"""D takes the root."""

TASK = "predict_the_places"
FAILS = "D: an encoding with itself"
SAYS = "not a length"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 8**0.5, "E": 4, "F": 5}
