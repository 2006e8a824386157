"""E takes a head for a word."""

TASK = "predict_the_heads"
FAILS = "E: by reshape alone"
SAYS = "more than a word has"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 37248, "D": 2, "E": 1}
