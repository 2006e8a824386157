"""A is divided in the head: 3 / (3 + 1 + 0)."""

TASK = "predict_the_weights"
FAILS = "A: the weight of key 1"
SAYS = "divided by the sum of the scores"


def predict_the_weights():
    return {"A": 3 / 4, "B": "stays", "C": 16, "D": 8 / 19, "E": 1 / 3}
