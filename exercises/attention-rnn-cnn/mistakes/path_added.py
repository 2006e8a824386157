"""A adds three in each layer."""

TASK = "predict_the_path"
FAILS = "A: layers of a convolution"
SAYS = "three times as many"


def predict_the_path():
    return {"A": 67, "B": 199, "C": 6, "D": 30, "E": 1 / 4, "F": 192_000}
