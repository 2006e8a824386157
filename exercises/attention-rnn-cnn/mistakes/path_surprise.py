"""D is what is left."""

TASK = "predict_the_path"
FAILS = "D: what was brought across"
SAYS = "surprise that is left"


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 10, "E": 1 / 4, "F": 192_000}
