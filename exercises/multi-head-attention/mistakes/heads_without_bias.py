"""C forgets the biases."""

TASK = "predict_the_heads"
FAILS = "C: the parameters"
SAYS = "adds a bias, too"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 4 * 96 * 96, "D": 2, "E": 2}
