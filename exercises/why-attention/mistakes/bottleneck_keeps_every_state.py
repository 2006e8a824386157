"""A gives the decoder without attention a state for each word."""

TASK = "predict_the_bottleneck"
FAILS = "A: what the decoder without attention gets"
SAYS = "a state for each word that is read"


def predict_the_bottleneck():
    return {"A": 30 * 64, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 15}
