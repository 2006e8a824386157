"""C goes on with e, as if a point were not worth a doubling."""

TASK = "predict_the_weights"
FAILS = "C: half the temperature"
SAYS = "a power of e, and a point was worth a doubling"


def predict_the_weights():
    return {"A": 8 / 11, "B": "stays", "C": 54.6, "D": 8 / 19, "E": 1 / 3}
