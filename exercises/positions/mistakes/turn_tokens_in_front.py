"""The tokens are looked for on the first axis."""

import numpy as np

TASK = "turn_from"
FAILS = "several sequences at once"
SAYS = "turn_from "


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[0])  # (n,)
    hands = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)  # (n, d / 2)
    first, second = x[..., 0::2], x[..., 1::2]  # (..., n, d / 2) each
    turned = np.empty(x.shape)
    turned[..., 0::2] = first * np.cos(hands) - second * np.sin(hands)
    turned[..., 1::2] = first * np.sin(hands) + second * np.cos(hands)
    return turned
