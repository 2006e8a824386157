"""C takes a short key for one inside the others."""

TASK = "predict_the_roles"
FAILS = "C: how many can be first"
SAYS = "inside the triangle"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 3, "D": 7, "E": 5, "F": "stay"}
