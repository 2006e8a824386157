"""Turns in float32."""

import numpy as np


def turn_from(x, start):
    d = x.shape[-1]
    places = np.arange(start, start + x.shape[-2], dtype=np.float32)  # (n,)
    speeds = np.float32(10_000) ** (-np.arange(0, d, 2, dtype=np.float32) / d)
    hands = places[:, None] * speeds  # (n, d / 2)
    first, second = (x[..., s::2].astype(np.float32) for s in (0, 1))
    turned = np.empty(x.shape, np.float32)
    turned[..., 0::2] = first * np.cos(hands) - second * np.sin(hands)
    turned[..., 1::2] = first * np.sin(hands) + second * np.cos(hands)
    return turned
