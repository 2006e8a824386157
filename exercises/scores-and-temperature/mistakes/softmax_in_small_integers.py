"""0 - 200 is 56 in eight bits: the wrong key wins."""

import numpy as np

TASK = "stable_softmax"
FAILS = "whole numbers and float16 are welcome"
SAYS = "do not fit into small whole numbers"


def stable_softmax(scores, axis=-1):
    powers = np.exp(scores - scores.max(axis=axis, keepdims=True), dtype=float)
    return powers / powers.sum(axis=axis, keepdims=True)
