"""Hidden after exp: a hidden key far ahead leaves nothing of the others."""

import numpy as np

TASK = "scaled_dot_product_attention"
FAILS = "scores of a thousand, seen or hidden, do no harm"
SAYS = "the hidden key, far ahead, is still in the sum"


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        powers = powers * mask
    return powers / np.maximum(powers.sum(axis=-1, keepdims=True), 1e-9) @ v
