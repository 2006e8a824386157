"""E computes the whole table again."""

TASK = "predict_what_moves"
FAILS = "E: one more word"
SAYS = "the old rows stay as they were"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "different", "E": 1001**2}
