"""E is the right way of splitting."""

TASK = "predict_the_heads"
FAILS = "E: by reshape alone"
SAYS = "the right way of splitting"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 37248, "D": 2, "E": 7}
