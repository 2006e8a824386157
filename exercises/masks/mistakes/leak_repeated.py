"""C counts every layer from the first leak on."""

TASK = "predict_the_leak"
FAILS = "C: leaks in some of the layers"
SAYS = "repeat it"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 6, "D": 22, "E": 3 / 4, "F": 3 / 8}
