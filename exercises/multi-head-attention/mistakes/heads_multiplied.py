"""A: widths are added up."""

TASK = "predict_the_heads"
FAILS = "A: the width of a head"
SAYS = "do not add to it"


def predict_the_heads():
    return {"A": 576, "B": (5, 6, 7, 7), "C": 37248, "D": 2, "E": 2}
