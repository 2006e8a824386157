"""The first half of the way: the chance of a single word."""

TASK = "expected_share"
FAILS = "twice as many words, and the share is squared"
SAYS = "the chance of a single word"


def expected_share(share, words, longer):
    return share ** (1 / words)
