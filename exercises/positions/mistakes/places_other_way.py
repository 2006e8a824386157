"""B turns the other way."""

TASK = "predict_the_places"
FAILS = "B: both are turned"
SAYS = "turned the other way"


def predict_the_places():
    return {"A": 9 / 13, "B": -2, "C": 3, "D": 8, "E": 4, "F": 5}
