"""B forgets the mask."""

TASK = "predict_what_moves"
FAILS = "B: the middle word is replaced"
SAYS = "earlier words do not see it"


def predict_what_moves():
    return {"A": 2, "B": 5, "C": 1 / 5, "D": "different", "E": 1001}
