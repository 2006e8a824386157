"""A whole number, but one too small."""

TASK = "draws_needed"
FAILS = "enough draws, and not one more"
SAYS = "one too few"


def draws_needed(weights, values, error):
    distances = values - weights @ values  # (k,), from the mean
    variance = weights @ distances**2
    return max(1, int(variance / error**2))
