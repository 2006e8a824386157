"""B counts the words that are written."""

TASK = "predict_the_bottleneck"
FAILS = "B: among what the decoder with attention can look"
SAYS = "are the encoder's"


def predict_the_bottleneck():
    return {"A": 64, "B": 20 * 16, "C": 600, "D": "length", "E": "memory", "F": 15}
