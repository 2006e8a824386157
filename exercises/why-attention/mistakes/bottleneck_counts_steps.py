"""A counts the one vector at each step."""

TASK = "predict_the_bottleneck"
FAILS = "A: what the decoder without attention gets"
SAYS = "which counts once"


def predict_the_bottleneck():
    return {"A": 20 * 64, "B": 480, "C": 600, "D": "length", "E": "memory", "F": 15}
