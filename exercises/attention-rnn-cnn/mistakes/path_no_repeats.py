"""E counts sequences of two different symbols."""

TASK = "predict_the_path"
FAILS = "E: the share that can be copied"
SAYS = "may be equal"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 30, "E": 4 / 12, "F": 192_000}
