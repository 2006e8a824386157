"""Failures are added up, as if no answer could fail twice."""

TASK = "expected_share"
FAILS = "twice as many words, and the share is squared"
SAYS = "some answers fail twice"


def expected_share(share, words, longer):
    return 1 - (1 - share) * longer / words
