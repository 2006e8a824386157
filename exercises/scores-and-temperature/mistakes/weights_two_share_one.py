"""D lets the two best keys share what one of them had."""

TASK = "predict_the_weights"
FAILS = "D: a fourth key with score 3"
SAYS = "all three pay"


def predict_the_weights():
    return {"A": 8 / 11, "B": "stays", "C": 16, "D": 4 / 11, "E": 1 / 3}
