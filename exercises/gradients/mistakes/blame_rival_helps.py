"""B has the wrong sign."""

TASK = "predict_the_blame"
FAILS = "B: a weight and another score"
SAYS = "when a rival rises"


def predict_the_blame():
    return {"A": -5, "B": 1 / 6, "C": "rises", "D": 0.5, "E": (7, 3)}
