"""A loop over the words that come on top: with fewer words it never runs."""

TASK = "expected_share"
FAILS = "a shorter answer is right more often"
SAYS = "nothing was done for the words that are not there"


def expected_share(share, words, longer):
    one_word = share ** (1 / words)
    for _ in range(words, longer):
        share = share * one_word
    return share
