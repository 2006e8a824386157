"""B sees one key only that reaches farther."""

TASK = "predict_the_roles"
FAILS = "B: the place of a key that the query equals"
SAYS = "one more key reaches farther"


def predict_the_roles():
    return {"A": "ivo", "B": 2, "C": 4, "D": 7, "E": 5, "F": "stay"}
