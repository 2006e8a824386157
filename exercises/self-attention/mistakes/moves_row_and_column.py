"""E fills the new column, too."""

TASK = "predict_what_moves"
FAILS = "E: one more word"
SAYS = "the new column is hidden"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "different", "E": 2001}
