"""D compares the leads."""

TASK = "predict_the_blame"
FAILS = "D: weight and lead"
SAYS = "the weight counts as well"


def predict_the_blame():
    return {"A": -5, "B": -1 / 6, "C": "rises", "D": 20, "E": (7, 3)}
