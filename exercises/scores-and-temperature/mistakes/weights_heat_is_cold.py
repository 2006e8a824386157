"""E mixes up the two ends."""

TASK = "predict_the_weights"
FAILS = "E: an endlessly high temperature"
SAYS = "that happens in the cold"


def predict_the_weights():
    return {"A": 8 / 11, "B": "stays", "C": 16, "D": 8 / 19, "E": 0}
