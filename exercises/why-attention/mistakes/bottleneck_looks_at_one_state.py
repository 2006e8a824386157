"""B sees one state only."""

TASK = "predict_the_bottleneck"
FAILS = "B: among what the decoder with attention can look"
SAYS = "how many are in reach?"


def predict_the_bottleneck():
    return {"A": 64, "B": 16, "C": 600, "D": "length", "E": "memory", "F": 15}
