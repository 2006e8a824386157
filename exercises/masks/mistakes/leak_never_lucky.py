"""A forgets that a guess is right one time in six."""

TASK = "predict_the_leak"
FAILS = "A: the die, with a leak"
SAYS = "is right sometimes, too"


def predict_the_leak():
    return {"A": 3 / 4, "B": 16, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 8}
