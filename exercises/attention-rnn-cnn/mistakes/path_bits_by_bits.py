"""E divides bits."""

TASK = "predict_the_path"
FAILS = "E: the share that can be copied"
SAYS = "count states"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 30, "E": 1 / 2, "F": 192_000}
