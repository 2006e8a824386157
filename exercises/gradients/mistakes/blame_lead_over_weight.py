"""D takes a large weight for a small slope."""

TASK = "predict_the_blame"
FAILS = "D: weight and lead"
SAYS = "makes the slope larger, too"


def predict_the_blame():
    return {"A": -5, "B": -1 / 6, "C": "rises", "D": 800, "E": (7, 3)}
