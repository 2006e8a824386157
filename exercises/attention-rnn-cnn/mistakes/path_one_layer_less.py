"""A stops at 81."""

TASK = "predict_the_path"
FAILS = "A: layers of a convolution"
SAYS = "hears 81"


def predict_the_path():
    return {"A": 4, "B": 199, "C": 6, "D": 30, "E": 1 / 4, "F": 192_000}
