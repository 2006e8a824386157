"""B gives the first state one before it."""

TASK = "predict_the_path"
FAILS = "B: connections of a recurrent network"
SAYS = "has the first state"


def predict_the_path():
    return {"A": 5, "B": 200, "C": 6, "D": 30, "E": 1 / 4, "F": 192_000}
