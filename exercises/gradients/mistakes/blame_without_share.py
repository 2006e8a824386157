"""A forgets the weight."""

TASK = "predict_the_blame"
FAILS = "A: the score of key 2"
SAYS = "in proportion to its weight"


def predict_the_blame():
    return {"A": -15, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
