"""The exponent is how many words more, where it is how many times as many."""

TASK = "expected_share"
FAILS = "twice as many words, and the share is squared"
SAYS = "to the power of 3?"


def expected_share(share, words, longer):
    return share ** (longer - words)
