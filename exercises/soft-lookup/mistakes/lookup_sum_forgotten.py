"""A is not divided by the sum."""

TASK = "predict_the_lookup"
FAILS = "A: the query that is a key"
SAYS = "not divided by what the keys count"


def predict_the_lookup():
    return {"A": 40.625, "B": 10, "C": 9, "D": 11, "E": 18.5}
