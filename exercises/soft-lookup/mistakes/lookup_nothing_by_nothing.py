"""D divides nothing by nothing."""

TASK = "predict_the_lookup"
FAILS = "D: far away from all keys"
SAYS = "only their ratios matter"


def predict_the_lookup():
    return {"A": 26, "B": 10, "C": 9, "D": float("nan"), "E": 18.5}
