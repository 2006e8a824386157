"""E divides the wrong way round."""

TASK = "predict_the_roles"
FAILS = "E: the product as one matrix"
SAYS = "that is turned round"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 4, "D": 7, "E": 1 / 5, "F": "stay"}
