"""B takes the nearest page that is left."""

TASK = "predict_the_lookup"
FAILS = "B: its page is lost"
SAYS = "the nearest key alone"


def predict_the_lookup():
    return {"A": 26, "B": 11, "C": 9, "D": 11, "E": 18.5}
