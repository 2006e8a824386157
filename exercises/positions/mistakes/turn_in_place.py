"""The argument itself is turned."""

import numpy as np

TASK = "turn_from"
FAILS = "whole numbers, and an argument that stays as it is"
SAYS = "changed its first argument"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])  # (n,)
    hands = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)  # (n, d / 2)
    first, second = x[..., 0::2].copy(), x[..., 1::2].copy()
    y = x if x.dtype == float else x.astype(float)
    y[..., 0::2] = first * np.cos(hands) - second * np.sin(hands)
    y[..., 1::2] = first * np.sin(hands) + second * np.cos(hands)
    return y
