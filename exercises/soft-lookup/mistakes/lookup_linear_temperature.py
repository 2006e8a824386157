"""C lets the temperature grow as the bandwidth does."""

TASK = "predict_the_lookup"
FAILS = "C: a bandwidth three times as wide"
SAYS = "the square of one"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 3, "D": 11, "E": 18.5}
