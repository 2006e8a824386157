"""The other convention."""

import numpy as np

TASK = "turn_from"
FAILS = "every hand at its own speed"
SAYS = "feature c and feature c + d/2"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])  # (n,)
    hands = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)  # (n, d / 2)
    first, second = x[..., : d // 2], x[..., d // 2 :]  # (..., n, d / 2) each
    turned = np.empty(x.shape)
    turned[..., : d // 2] = first * np.cos(hands) - second * np.sin(hands)
    turned[..., d // 2 :] = first * np.sin(hands) + second * np.cos(hands)
    return turned
