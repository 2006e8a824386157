"""C divides by the kinds."""

TASK = "predict_the_path"
FAILS = "C: what a state has room for"
SAYS = "not by kinds"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 2.5, "D": 30, "E": 1 / 4, "F": 192_000}
