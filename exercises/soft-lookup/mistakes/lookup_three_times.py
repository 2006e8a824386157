"""C forgets to square, and multiplies by the 2 of T = 2 h²."""

TASK = "predict_the_lookup"
FAILS = "C: a bandwidth three times as wide"
SAYS = "what is squared there"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 6, "D": 11, "E": 18.5}
