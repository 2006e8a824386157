"""B turns nothing."""

TASK = "predict_the_places"
FAILS = "B: both are turned"
SAYS = "without any turn"


def predict_the_places():
    return {"A": 9 / 13, "B": 11, "C": 3, "D": 8, "E": 4, "F": 5}
