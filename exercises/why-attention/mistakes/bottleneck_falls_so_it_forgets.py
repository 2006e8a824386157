"""D takes every fall for forgetting."""

TASK = "predict_the_bottleneck"
FAILS = "D: from 0.80 to 0.63"
SAYS = "if both halves are right as often"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 600, "D": "memory", "E": "memory", "F": 15}
