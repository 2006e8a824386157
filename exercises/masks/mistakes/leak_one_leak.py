"""C takes the second leak for a repetition."""

TASK = "predict_the_leak"
FAILS = "C: leaks in some of the layers"
SAYS = "add nothing to the first?"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 1, "D": 22, "E": 3 / 4, "F": 3 / 8}
