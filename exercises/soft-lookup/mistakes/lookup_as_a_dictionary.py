"""A looks the key up and ignores its neighbours."""

TASK = "predict_the_lookup"
FAILS = "A: the query that is a key"
SAYS = "that key alone"


def predict_the_lookup():
    return {"A": 35, "B": 10, "C": 9, "D": 11, "E": 18.5}
