"""A measures the distance to the goal."""

TASK = "predict_the_blame"
FAILS = "A: the score of key 2"
SAYS = "not with the goal"


def predict_the_blame():
    return {"A": -2, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
