"""Turns as complex numbers, other features, rows set to a mean of zero."""

import numpy as np


def turn_from(x, start):
    d = x.shape[-1]
    places = start + np.arange(x.shape[-2])
    angles = places[:, None] * 10_000.0 ** (-np.arange(0, d, 2) / d)
    numbers = (x[..., 0::2] + 1j * x[..., 1::2]) * np.exp(1j * angles)
    return np.stack([numbers.real, numbers.imag], axis=-1).reshape(x.shape)


def predict_the_places():
    return {"A": 0.69, "B": 2.0, "C": 3.0, "D": 8.0, "E": 4.0, "F": 5.0}


def turned_by(before, after, longest):
    d = len(before)
    speeds = 10_000.0 ** (-np.arange(0, d, 2) / d)
    turn = (after[0::2] + 1j * after[1::2]) * (before[0::2] - 1j * before[1::2])
    best, fit = 0, -np.inf
    for t in range(-longest, longest + 1):
        new = (turn * np.exp(-1j * t * speeds)).real.sum()
        best, fit = (t, new) if new > fit else (best, fit)
    return best


def alibi_in_features(q, k, slope):
    n, d = q.shape
    root = np.sqrt(d + 1)
    new_q = np.column_stack([q * root, np.full(n, -root / 3)])
    new_k = np.column_stack([k / d**0.5, 3 * slope * np.arange(n)[::-1]])
    return {"k": new_k, "q": new_q}


def sees_offsets_only(scores):
    n, found = len(scores), {0: 0.0}
    for j in range(1, n):
        found[j] = scores[0, j] - scores[0, 0]
    for i in range(1, n):
        shift = scores[i, i] - found[0]
        for j in range(n):
            new = scores[i, j] - shift
            # A row may have any number added: choose it so that its own place fits.
            if abs(found.setdefault(j - i, new) - new) > 1e-6:
                return False
    return True
