"""E takes two bits for two states."""

TASK = "predict_the_path"
FAILS = "E: the share that can be copied"
SAYS = "more than two states"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 30, "E": 1 / 8, "F": 192_000}
