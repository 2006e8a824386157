"""B keeps the old weights, which no longer sum to 1."""

TASK = "predict_the_lookup"
FAILS = "B: its page is lost"
SAYS = "sum to 1 again"


def predict_the_lookup():
    return {"A": 26, "B": 3.6, "C": 9, "D": 11, "E": 18.5}
