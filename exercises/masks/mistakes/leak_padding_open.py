"""D counts the causal mask alone."""

TASK = "predict_the_leak"
FAILS = "D: causal, with padding behind"
SAYS = "by itself"


def predict_the_leak():
    return {"A": 19 / 24, "B": 16, "C": 2, "D": 28, "E": 3 / 4, "F": 3 / 8}
