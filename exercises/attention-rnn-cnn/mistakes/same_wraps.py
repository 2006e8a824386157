"""np.roll brings the last token to the front."""

import numpy as np

TASK = "after_the_same"
FAILS = "for the first time, nothing"
SAYS = "the one before the first"


def after_the_same(tokens):
    behind = np.roll(tokens, 1, axis=-1)
    is_after = (tokens[..., :, None] == behind[..., None, :]) * 1.0
    is_after = np.tril(is_after)
    return is_after / np.maximum(is_after.sum(axis=-1, keepdims=True), 1)
