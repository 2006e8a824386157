"""C gives each head whole matrices."""

TASK = "predict_the_heads"
FAILS = "C: the parameters"
SAYS = "no head has whole ones"


def predict_the_heads():
    return {"A": 16, "B": (5, 6, 7, 7), "C": 24 * 96 * 97, "D": 2, "E": 2}
