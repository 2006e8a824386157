"""A halves for each point of distance."""

TASK = "predict_the_lookup"
FAILS = "A: the query that is a key"
SAYS = "it is squared"


def predict_the_lookup():
    return {"A": 41 / 1.75, "B": 10, "C": 9, "D": 11, "E": 18.5}
