"""Twice the length, half the share: chances multiply, they do not shrink in a line."""

TASK = "expected_share"
FAILS = "twice as many words, and the share is squared"
SAYS = "do not fall in a straight line"


def expected_share(share, words, longer):
    return share * words / longer
