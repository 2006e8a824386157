"""E counts ALiBi too."""

TASK = "predict_the_places"
FAILS = "E: read backwards"
SAYS = "the same in both directions"


def predict_the_places():
    return {"A": 9 / 13, "B": 2, "C": 3, "D": 8, "E": 5, "F": 5}
