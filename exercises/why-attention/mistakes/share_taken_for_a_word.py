"""The share of whole answers is taken for the chance of a word."""

TASK = "expected_share"
FAILS = "twice as many words, and the share is squared"
SAYS = "the chance of all `words` words"


def expected_share(share, words, longer):
    return share**longer
