"""E fills the new row and the new column, but for where they meet."""

TASK = "predict_what_moves"
FAILS = "E: one more word"
SAYS = "the new column is hidden, and a word attends to itself"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "different", "E": 2000}
