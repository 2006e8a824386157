"""C counts hands from 1."""

TASK = "predict_the_places"
FAILS = "C: the angle of a hand"
SAYS = "counted from 0"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 0.3, "D": 8, "E": 4, "F": 5}
