"""A small number keeps the logarithm from minus infinity."""

import numpy as np

TASK = "bits_brought"
FAILS = "sure and wrong, with large scores"
SAYS = "hides that"


def bits_brought(scores, said):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    p = powers / powers.sum(axis=-1, keepdims=True)
    right = np.take_along_axis(p, said[..., None], axis=-1)[..., 0]
    return float((np.log2(p.shape[-1]) + np.log2(right + 1e-12)).sum(axis=-1).mean())
