"""The shape is right, and the numbers are not."""

TASK = "join_heads"
FAILS = "the parts of a word stand side by side"
SAYS = "reshape alone"


def join_heads(parts):
    *batch, h, n, d_head = parts.shape
    return parts.reshape(*batch, n, h * d_head)
