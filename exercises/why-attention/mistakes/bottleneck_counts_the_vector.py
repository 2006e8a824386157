"""A counts vectors, not numbers."""

TASK = "predict_the_bottleneck"
FAILS = "A: what the decoder without attention gets"
SAYS = "how many numbers is that?"


def predict_the_bottleneck():
    return {"A": 1, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 15}
