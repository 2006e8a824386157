"""E leaves out sinusoidal positions."""

TASK = "predict_the_places"
FAILS = "E: read backwards"
SAYS = "one more of them"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 8, "E": 3, "F": 5}
