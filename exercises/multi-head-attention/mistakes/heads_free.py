"""D: the width is shared, so nothing is thought to grow."""

TASK = "predict_the_heads"
FAILS = "D: more heads"
SAYS = "has a whole table, too"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 37248, "D": 1, "E": 2}
