"""Axes are counted from the front."""

TASK = "join_heads"
FAILS = "the axes in front are carried along"
SAYS = "has shape"


def join_heads(parts):
    by_word = parts.swapaxes(0, 1)
    return by_word.reshape(len(by_word), -1)
