"""Only what grows counts as a movement."""

TASK = "mask_of_a_black_box"
FAILS = "any feature that moves, up or down"
SAYS = "only what moves up"


def mask_of_a_black_box(before, after):
    return (after - before).max(axis=-1).T > 1e-6
