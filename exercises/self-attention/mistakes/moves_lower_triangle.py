"""E computes all that the mask leaves open again."""

TASK = "predict_what_moves"
FAILS = "E: one more word"
SAYS = "all rows but one have been computed"


def predict_what_moves():
    return {"A": 2, "B": 3, "C": 1 / 5, "D": "different", "E": 1001 * 1002 // 2}
