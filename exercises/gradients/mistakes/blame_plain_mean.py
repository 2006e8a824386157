"""A takes the plain mean of the values for the context."""

TASK = "predict_the_blame"
FAILS = "A: the score of key 2"
SAYS = "counts each with its weight"


def predict_the_blame():
    return {"A": -4, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
