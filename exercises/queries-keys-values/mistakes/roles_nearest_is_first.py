"""B puts the nearest key first."""

TASK = "predict_the_roles"
FAILS = "B: the place of a key that the query equals"
SAYS = "always the first?"


def predict_the_roles():
    return {"A": "ivo", "B": 1, "C": 4, "D": 7, "E": 5, "F": "stay"}
