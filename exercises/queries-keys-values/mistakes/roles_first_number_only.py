"""A looks at the larger number of the query only."""

TASK = "predict_the_roles"
FAILS = "A: the largest weight"
SAYS = "count the second number"


def predict_the_roles():
    return {"A": "gil", "B": 3, "C": 4, "D": 7, "E": 5, "F": "stay"}
