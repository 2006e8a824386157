"""F counts one layer."""

TASK = "predict_the_path"
FAILS = "F: what attention keeps"
SAYS = "keeps its own"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 30, "E": 1 / 4, "F": 64_000}
