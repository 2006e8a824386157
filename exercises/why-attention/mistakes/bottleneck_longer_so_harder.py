"""E explains by length what is equally long."""

TASK = "predict_the_bottleneck"
FAILS = "E: from 0.95 to 0.60"
SAYS = "as much to write in both"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 600, "D": "length", "E": "length", "F": 15}
