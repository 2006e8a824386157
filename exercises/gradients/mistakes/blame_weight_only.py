"""D compares the weights."""

TASK = "predict_the_blame"
FAILS = "D: weight and lead"
SAYS = "the lead counts as well"


def predict_the_blame():
    return {"A": -5, "B": -1 / 6, "C": "rises", "D": 1 / 40, "E": (7, 3)}
