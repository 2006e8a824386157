"""A forgets to take off the mean."""

TASK = "predict_the_blame"
FAILS = "A: the score of key 2"
SAYS = "not with 0"


def predict_the_blame():
    return {"A": -9, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
