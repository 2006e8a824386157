"""B counts attention."""

TASK = "predict_the_path"
FAILS = "B: connections of a recurrent network"
SAYS = "that is attention"


def predict_the_path():
    return {"A": 5, "B": 5050, "C": 6, "D": 30, "E": 1 / 4, "F": 192_000}
