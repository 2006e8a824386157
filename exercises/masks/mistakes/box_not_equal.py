"""Every last digit counts."""

TASK = "mask_of_a_black_box"
FAILS = "less than a millionth is no movement"
SAYS = "rounding taken for movement"


def mask_of_a_black_box(before, after):
    return (after != before).any(axis=-1).T
