"""E is right for the scores before they are rounded."""

TASK = "predict_the_digits"
FAILS = "E: hidden by -60,000, in float16"
SAYS = "how far apart do the numbers lie"


def predict_the_digits():
    return {"A": 8192, "B": 1 / 6, "C": 7 / 4, "D": 3 / 4, "E": "unmasked"}
