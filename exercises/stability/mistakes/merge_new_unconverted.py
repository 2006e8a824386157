"""Of two parts only the old one is converted."""

import numpy as np

TASK = "merge_parts"
FAILS = "the sums, in one unit"
SAYS = "only what came before is converted"


def merge_parts(highest, total, mixture):
    top, sums, mixed = highest[0], total[0], mixture[0]
    for i in range(1, len(highest)):
        higher = np.maximum(top, highest[i])
        kept = np.exp(top - higher)
        sums = sums * kept + total[i]
        mixed = mixed * kept[:, None] + mixture[i]
        top = higher
    return {"highest": top, "total": sums, "mixture": mixed}
