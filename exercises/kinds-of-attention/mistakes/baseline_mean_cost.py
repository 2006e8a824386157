"""The mean cost."""

TASK = "quietest_baseline"
FAILS = "many keys"
SAYS = "the mean cost, which is not"


def quietest_baseline(weights, costs):
    return (weights * costs).sum(axis=-1)
