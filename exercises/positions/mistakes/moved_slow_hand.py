"""The angle of the last hand, which rounding hides."""

import numpy as np

TASK = "turned_by"
FAILS = "a few places further on"
SAYS = "the last pair alone"


def turned_by(before, after, longest):
    d = len(before)
    angle = np.arctan2(after[-1], after[-2]) - np.arctan2(before[-1], before[-2])
    steps = angle / 10_000.0 ** (-(d - 2) / d)
    return int(np.clip(np.round(steps), -longest, longest))
