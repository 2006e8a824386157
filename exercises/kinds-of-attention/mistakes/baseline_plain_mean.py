"""A mean in which all keys count alike."""

TASK = "quietest_baseline"
FAILS = "many keys"
SAYS = "a draw that is uniform"


def quietest_baseline(weights, costs):
    return costs.mean(axis=-1)
