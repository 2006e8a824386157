"""The first turn that fits to a tenth."""

import numpy as np

TASK = "turned_by"
FAILS = "so far that the fast hand comes round"
SAYS = "off by less than 0.1"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])
    angles = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    numbers = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * angles)
    return np.stack([numbers.real, numbers.imag], axis=-1).reshape(x.shape)


def turned_by(before, after, longest):
    steps = np.arange(-longest, longest + 1)
    copies = np.tile(before, (len(steps), 1))  # (steps, d)
    off = np.abs(turn_from(copies, -longest) - after).max(axis=-1)  # (steps,)
    return int(steps[(off < 0.1).argmax()])
