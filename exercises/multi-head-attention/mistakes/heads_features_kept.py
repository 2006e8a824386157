"""B keeps the features."""

TASK = "predict_the_heads"
FAILS = "B: the shape of the weights"
SAYS = "queries, or contexts"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 16), "C": 37248, "D": 2, "E": 2}
