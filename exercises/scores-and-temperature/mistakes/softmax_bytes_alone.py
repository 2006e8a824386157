"""Only the types that the text names are converted."""

import numpy as np

TASK = "stable_softmax"
FAILS = "whole numbers and float16 are welcome"
SAYS = "np.array([[-32700, 32700]])): this looks like differences"


def stable_softmax(scores, axis=-1):
    if scores.dtype in (np.int8, np.uint8, np.float16):
        scores = scores.astype(float)
    powers = np.exp((scores - scores.max(axis=axis, keepdims=True)).astype(float))
    return powers / powers.sum(axis=axis, keepdims=True)
