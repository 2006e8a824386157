"""C looks for values near the goal."""

TASK = "predict_the_blame"
FAILS = "C: a value far beyond the goal"
SAYS = "a slope asks for a little"


def predict_the_blame():
    return {"A": -5, "B": -1 / 6, "C": "falls", "D": 0.5, "E": (7, 3)}
