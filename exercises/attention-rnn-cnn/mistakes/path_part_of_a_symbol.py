"""C keeps parts of symbols."""

TASK = "predict_the_path"
FAILS = "C: what a state has room for"
SAYS = "symbols are whole"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 20 / 3, "D": 30, "E": 1 / 4, "F": 192_000}
