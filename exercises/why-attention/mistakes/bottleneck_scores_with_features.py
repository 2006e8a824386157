"""C counts a score for each feature."""

TASK = "predict_the_bottleneck"
FAILS = "C: how many scores are computed"
SAYS = "however wide the states are"


def predict_the_bottleneck():
    return {"A": 64, "B": 480, "C": 9600, "D": "length", "E": "memory", "F": 15}
