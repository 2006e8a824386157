"""A doubles what is both directions already."""

TASK = "predict_the_bottleneck"
FAILS = "A: what the decoder without attention gets"
SAYS = "counted already"


def predict_the_bottleneck():
    return {"A": 128, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 15}
