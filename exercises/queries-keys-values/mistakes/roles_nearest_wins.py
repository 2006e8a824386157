"""A takes the key that the query equals."""

TASK = "predict_the_roles"
FAILS = "A: the largest weight"
SAYS = "does it reach farthest?"


def predict_the_roles():
    return {"A": "jun", "B": 3, "C": 4, "D": 7, "E": 5, "F": "stay"}
