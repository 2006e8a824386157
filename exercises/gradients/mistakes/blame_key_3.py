"""B takes the score of key 3."""

TASK = "predict_the_blame"
FAILS = "B: a weight and another score"
SAYS = "for the score of key 3"


def predict_the_blame():
    return {"A": -5, "B": -1 / 12, "C": "rises", "D": 0.5, "E": (7, 3)}
