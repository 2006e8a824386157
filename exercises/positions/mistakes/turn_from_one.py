"""Places begin at 1."""

import numpy as np

TASK = "turn_from"
FAILS = "one pair of features"
SAYS = "places counted from 1"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + 1 + np.arange(x.shape[-2])  # (n,)
    hands = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)  # (n, d / 2)
    first, second = x[..., 0::2], x[..., 1::2]  # (..., n, d / 2) each
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * np.cos(hands) - second * np.sin(hands)
    turned[..., 1::2] = first * np.sin(hands) + second * np.cos(hands)
    return turned
