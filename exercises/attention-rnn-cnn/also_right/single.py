"""Single precision, fractions, ones and zeros."""

from fractions import Fraction

import numpy as np


def predict_the_path():
    return {"A": 5, "B": 199, "C": 6, "D": 30, "E": Fraction(1, 4), "F": 192_000}


def bits_brought(scores, said):
    lead = (scores - scores.max(axis=-1, keepdims=True)).astype(np.float32)
    right = np.take_along_axis(lead, said[..., None], axis=-1)[..., 0]
    gained = np.log(np.float32(lead.shape[-1])) + right
    gained -= np.log(np.exp(lead).sum(axis=-1))
    return (gained.sum(axis=-1) / np.log(np.float32(2))).mean()


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=int)
    for i in range(n - 1):
        wiring[n + i, [2 * i, 2 * i + 1]] = 1
    return wiring


def after_the_same(tokens):
    same = (tokens[..., :, None] == tokens[..., None, :]).astype(np.float32)
    after = np.tril(np.roll(same, 1, axis=-1))
    after[..., 0] = 0
    total = after.sum(axis=-1, keepdims=True)
    return np.divide(after, total, out=np.zeros_like(after), where=total > 0)
