"""D squares."""

TASK = "predict_the_heads"
FAILS = "D: more heads"
SAYS = "stays as large as it was"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 37248, "D": 4, "E": 2}
