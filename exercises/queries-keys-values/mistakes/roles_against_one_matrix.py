"""E compares with one of the two matrices."""

TASK = "predict_the_roles"
FAILS = "E: the product as one matrix"
SAYS = "there are two matrices"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 4, "D": 7, "E": 10, "F": "stay"}
