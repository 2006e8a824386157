"""E gives each sequence keys of its own."""

TASK = "predict_the_blame"
FAILS = "E: keys that many sequences share"
SAYS = "all its blame is added up"


def predict_the_blame():
    return {"A": -5, "B": -1 / 6, "C": "rises", "D": 0.5, "E": (11, 7, 3)}
