"""F rounds 14.1 down, and some plates get no number."""

TASK = "predict_the_bottleneck"
FAILS = "F: the bits of a number plate"
SAYS = "is below 26 times 26 times 26"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 14}
