"""A has the wrong sign."""

TASK = "predict_the_blame"
FAILS = "A: the score of key 2"
SAYS = "lowers the loss"


def predict_the_blame():
    return {"A": 5, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
