"""C forgets the factor in the exponent."""

TASK = "predict_the_places"
FAILS = "C: the angle of a hand"
SAYS = "twice the number"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 9.49, "D": 8, "E": 4, "F": 5}
