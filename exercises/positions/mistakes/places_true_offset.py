"""F gives the true offset."""

TASK = "predict_the_places"
FAILS = "F: a query that was counted anew"
SAYS = "the true offset"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 8, "E": 4, "F": -3}
