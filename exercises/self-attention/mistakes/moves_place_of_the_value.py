"""C is what the third word gets."""

TASK = "predict_what_moves"
FAILS = "C: what the fifth word gets"
SAYS = "what the third word itself gets"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 3, "D": "different", "E": 1001}
