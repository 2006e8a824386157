"""C doubles the ratio, where the lead doubles."""

TASK = "predict_the_weights"
FAILS = "C: half the temperature"
SAYS = "it is the lead that doubles"


def predict_the_weights():
    return {"A": 8 / 11, "B": "stays", "C": 8, "D": 8 / 19, "E": 1 / 3}
