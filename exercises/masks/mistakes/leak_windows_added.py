"""B adds five windows."""

TASK = "predict_the_leak"
FAILS = "B: a window, through five layers"
SAYS = "where two windows meet twice"


def predict_the_leak():
    return {"A": 19 / 24, "B": 20, "C": 2, "D": 22, "E": 3 / 4, "F": 3 / 8}
