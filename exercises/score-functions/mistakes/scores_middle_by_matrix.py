"""E hopes for the matrix."""

TASK = "predict_the_scores"
FAILS = "E: who can prefer the middle"
SAYS = "only tilts it"


def predict_the_scores():
    return {"A": 12, "B": 4, "C": 4800, "D": 126, "E": "bilinear", "F": "linear"}
