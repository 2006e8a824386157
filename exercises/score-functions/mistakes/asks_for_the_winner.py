"""The winners are compared."""

TASK = "asks_nothing"
FAILS = "the same winner is not the same weights"
SAYS = "all rows have the same winner"


def asks_nothing(scores):
    winners = scores.argmax(axis=1)
    return bool((winners == winners[0]).all())
