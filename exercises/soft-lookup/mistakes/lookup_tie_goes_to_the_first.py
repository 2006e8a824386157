"""E takes the key that it meets first, as min does."""

TASK = "predict_the_lookup"
FAILS = "E: an endlessly narrow bandwidth"
SAYS = "one of two keys"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 9, "D": 11, "E": 2}
