"""B counts the others only."""

TASK = "predict_the_leak"
FAILS = "B: a window, through five layers"
SAYS = "it also hears itself"


def predict_the_leak():
    return {"A": 19 / 24, "B": 15, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 8}
