"""C adds the lengths, where every pair has a score."""

TASK = "predict_the_bottleneck"
FAILS = "C: how many scores are computed"
SAYS = "the two lengths added up"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 50, "D": "length", "E": "memory", "F": 15}
