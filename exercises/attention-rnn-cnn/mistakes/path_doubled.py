"""A doubles."""

TASK = "predict_the_path"
FAILS = "A: layers of a convolution"
SAYS = "three places are mixed"


def predict_the_path():
    return {"A": 8, "B": 199, "C": 6, "D": 30, "E": 1 / 4, "F": 192_000}
