"""Scores divided by their sum: some are below 0, and so is their sum at times."""

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "scores divided by their sum"


def look_back(asking, states):
    scores = asking @ states.T
    return scores / scores.sum(axis=1, keepdims=True) @ states
