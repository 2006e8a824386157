"""math.pow takes one number."""

import math

TASK = "expected_share"
FAILS = "many lengths at once"
SAYS = "raised TypeError"


def expected_share(share, words, longer):
    return math.pow(share, longer / words)
