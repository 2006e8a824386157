"""C counts queries and keys apart, for every pair."""

TASK = "predict_the_scores"
FAILS = "C: what exists at once"
SAYS = "one sum, not two"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 9600, "D": 126, "E": "additive", "F": "linear"}
