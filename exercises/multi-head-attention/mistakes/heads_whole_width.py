"""A: each head gets everything."""

TASK = "predict_the_heads"
FAILS = "A: the width of a head"
SAYS = "all heads have together"


def predict_the_heads():
    return {"A": 96, "B": (5, 6, 7, 7), "C": 37248, "D": 2, "E": 2}
