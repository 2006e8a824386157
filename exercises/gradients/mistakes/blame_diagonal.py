"""B is taken from the diagonal."""

TASK = "predict_the_blame"
FAILS = "B: a weight and another score"
SAYS = "for its own score"


def predict_the_blame():
    return {"A": -5, "B": 1 / 4, "C": "rises", "D": 0.5, "E": (7, 3)}
