"""D lets filling ask nothing."""

TASK = "predict_the_leak"
FAILS = "D: causal, with padding behind"
SAYS = "it may still ask"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 10, "E": 3 / 4, "F": 3 / 8}
