"""Rounded down and 1 added: one too many where it comes out even."""

TASK = "draws_needed"
FAILS = "enough draws, and not one more"
SAYS = "one too many"


def draws_needed(weights, values, error):
    distances = values - weights @ values  # (k,), from the mean
    variance = weights @ distances**2
    return int(variance / error**2) + 1
