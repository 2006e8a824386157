"""B takes 103, 101 and 100 for nearly equal."""

TASK = "predict_the_weights"
FAILS = "B: every score gets 100 points more"
SAYS = "do only differences count?"


def predict_the_weights():
    return {"A": 8 / 11, "B": "falls", "C": 16, "D": 8 / 19, "E": 1 / 3}
