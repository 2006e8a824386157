"""Places count down from the start."""

import numpy as np

TASK = "turn_from"
FAILS = "further down the text, and before its beginning"
SAYS = "`start` subtracted"


def turn_from(x, start):
    d = x.shape[-1]
    places = np.arange(x.shape[-2]) - start  # (n,)
    hands = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)  # (n, d / 2)
    first, second = x[..., 0::2], x[..., 1::2]  # (..., n, d / 2) each
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * np.cos(hands) - second * np.sin(hands)
    turned[..., 1::2] = first * np.sin(hands) + second * np.cos(hands)
    return turned
