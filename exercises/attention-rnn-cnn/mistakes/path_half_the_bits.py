"""D takes half of the bits."""

TASK = "predict_the_path"
FAILS = "D: what was brought across"
SAYS = "is not half the bits"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 20, "E": 1 / 4, "F": 192_000}
