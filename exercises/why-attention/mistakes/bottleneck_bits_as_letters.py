"""F counts possibilities as bits."""

TASK = "predict_the_bottleneck"
FAILS = "F: the bits of a number plate"
SAYS = "are not 26 bits"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 26 * 3}
