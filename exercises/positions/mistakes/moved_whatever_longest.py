"""The same steps are tried, whatever the longest is."""

import numpy as np

TASK = "turned_by"
FAILS = "a single hand, and no farther than `longest`"
SAYS = "farther than `longest`"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])
    angles = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    numbers = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * angles)
    return np.stack([numbers.real, numbers.imag], axis=-1).reshape(x.shape)


def turned_by(before, after, longest):
    steps = np.arange(-3000, 3001)
    copies = np.tile(before, (len(steps), 1))  # (steps, d)
    turned = turn_from(copies, -3000)  # (steps, d)
    off = ((turned - after) ** 2).sum(axis=-1)  # (steps,)
    return int(steps[off.argmin()])
