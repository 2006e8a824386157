"""E lets the baseline into the mean."""

TASK = "predict_the_pick"
FAILS = "E: the mean over all draws"
SAYS = "leaves the mean as it is"


def predict_the_pick():
    return {
        "A": 13,
        "B": 5,
        "C": 0.12,
        "D": -1 / 2,
        "E": 1 / 2 * (2 - 100),
        "F": "straight-through",
    }
