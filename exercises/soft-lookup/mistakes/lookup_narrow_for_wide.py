"""E mixes up the two ends of the knob."""

TASK = "predict_the_lookup"
FAILS = "E: an endlessly narrow bandwidth"
SAYS = "the other end"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 9, "D": 11, "E": 16}
