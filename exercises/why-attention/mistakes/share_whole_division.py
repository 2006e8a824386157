"""Whole division, which counts only whole answers of the old length."""

TASK = "expected_share"
FAILS = "any length will do, not only a multiple"
SAYS = "rounded down to 1?"


def expected_share(share, words, longer):
    return share ** (longer // words)
