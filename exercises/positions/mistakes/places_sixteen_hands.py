"""D gives each feature a hand."""

TASK = "predict_the_places"
FAILS = "D: an encoding with itself"
SAYS = "share one hand"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 16, "E": 4, "F": 5}
