"""C counts every layer."""

TASK = "predict_the_leak"
FAILS = "C: leaks in some of the layers"
SAYS = "opens nothing"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 8, "D": 22, "E": 3 / 4, "F": 3 / 8}
