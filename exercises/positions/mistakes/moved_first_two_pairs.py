"""The first two pairs decide."""

import numpy as np

TASK = "turned_by"
FAILS = "so far that the fast hand comes round"
SAYS = "the first two pairs alone"


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])
    angles = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    numbers = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * angles)
    return np.stack([numbers.real, numbers.imag], axis=-1).reshape(x.shape)


def turned_by(before, after, longest):
    steps = np.arange(-longest, longest + 1)
    copies = np.tile(before, (len(steps), 1))  # (steps, d)
    turned = turn_from(copies, -longest)[:, :4]  # (steps, 4)
    off = ((turned - after[:4]) ** 2).sum(axis=-1)  # (steps,)
    return int(steps[off.argmin()])
