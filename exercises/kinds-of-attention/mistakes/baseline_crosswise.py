"""The rule of two keys."""

TASK = "quietest_baseline"
FAILS = "many keys"
SAYS = "1 - A is not the squared length"


def quietest_baseline(weights, costs):
    counts = 1 - weights
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
