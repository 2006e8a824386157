"""A gives what an honest model gets."""

TASK = "predict_the_leak"
FAILS = "A: the die, with a leak"
SAYS = "that is without the leak"


def predict_the_leak():
    return {"A": 1 / 6, "B": 16, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 8}
