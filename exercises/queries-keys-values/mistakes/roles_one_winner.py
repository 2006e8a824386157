"""C thinks of one query."""

TASK = "predict_the_roles"
FAILS = "C: how many can be first"
SAYS = "another query prefers someone else"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 1, "D": 7, "E": 5, "F": "stay"}
