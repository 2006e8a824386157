"""C multiplies by the 2 of T = 2 h² once more."""

TASK = "predict_the_lookup"
FAILS = "C: a bandwidth three times as wide"
SAYS = "there before, too"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 18, "D": 11, "E": 18.5}
