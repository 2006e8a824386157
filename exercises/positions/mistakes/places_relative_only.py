"""E counts only what sees distances and directions."""

TASK = "predict_the_places"
FAILS = "E: read backwards"
SAYS = "houses tell it too"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 8, "E": 2, "F": 5}
