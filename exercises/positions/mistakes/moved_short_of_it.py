"""The last number is not tried."""

import numpy as np

TASK = "turned_by"
FAILS = "not at all, and as far as possible"
SAYS = "below `longest`"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])
    angles = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    numbers = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * angles)
    return np.stack([numbers.real, numbers.imag], axis=-1).reshape(x.shape)


def turned_by(before, after, longest):
    steps = np.arange(-longest, longest)
    copies = np.tile(before, (len(steps), 1))  # (steps, d)
    turned = turn_from(copies, -longest)  # (steps, d)
    off = ((turned - after) ** 2).sum(axis=-1)  # (steps,)
    return int(steps[off.argmin()])
