"""B has one table for all heads."""

TASK = "predict_the_heads"
FAILS = "B: the shape of the weights"
SAYS = "each head has a table"


def predict_the_heads():
    return {"A": 16, "B": (5, 7, 7), "C": 37248, "D": 2, "E": 2}
