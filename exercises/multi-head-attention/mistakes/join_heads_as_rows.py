"""A row for each head."""

TASK = "join_heads"
FAILS = "the parts of a word stand side by side"
SAYS = "a row is one word"


def join_heads(parts):
    return parts.reshape(*parts.shape[:-2], -1)
