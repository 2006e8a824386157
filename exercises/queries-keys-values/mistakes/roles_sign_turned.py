"""D turns the sign."""

TASK = "predict_the_roles"
FAILS = "D: the way back, with one matrix"
SAYS = "the sign does not change"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 4, "D": -7, "E": 5, "F": "stay"}
