"""F sees that scores change."""

TASK = "predict_the_roles"
FAILS = "F: a bias in the keys"
SAYS = "another number for each key of a row?"


def predict_the_roles():
    return {"A": "ivo", "B": 3, "C": 4, "D": 7, "E": 5, "F": "change"}
