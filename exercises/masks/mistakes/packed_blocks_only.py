"""Documents are kept apart, and see their own future."""

TASK = "packed_mask"
FAILS = "each document sees its own past"
SAYS = "with their future open"


def packed_mask(documents):
    query, key = documents[..., :, None], documents[..., None, :]
    return (query == key) & (key >= 0)
