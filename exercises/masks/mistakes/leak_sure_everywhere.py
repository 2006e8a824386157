"""A lets the model look up what is not there."""

TASK = "predict_the_leak"
FAILS = "A: the die, with a leak"
SAYS = "what does the last place see"


def predict_the_leak():
    return {"A": 1, "B": 16, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 8}
