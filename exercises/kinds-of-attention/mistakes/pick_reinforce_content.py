"""F takes REINFORCE for content."""

TASK = "predict_the_pick"
FAILS = "F: where the mixture is right"
SAYS = "slope of picking"


def predict_the_pick():
    return {"A": 13, "B": 5, "C": 0.12, "D": -1 / 2, "E": -1, "F": "reinforce"}
