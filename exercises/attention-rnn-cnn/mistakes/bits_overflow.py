"""Powers of scores as they are."""

import numpy as np

TASK = "bits_brought"
FAILS = "sure and wrong, with large scores"
SAYS = "became too large"


def bits_brought(scores, said):
    p = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
    right = np.take_along_axis(p, said[..., None], axis=-1)[..., 0]
    return float((np.log2(p.shape[-1]) + np.log2(right)).sum(axis=-1).mean())
