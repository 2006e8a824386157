"""C forgets the output."""

TASK = "predict_the_heads"
FAILS = "C: the parameters"
SAYS = "one more behind the heads"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 3 * 96 * 97, "D": 2, "E": 2}
