"""Pair by pair, row by row, and through logaddexp."""

import numpy as np


def predict_the_digits():
    return {"A": 2.0**13, "B": 0.17, "C": 1.75, "D": 0.75, "E": "Equal"}


def break_float16():
    return {
        "power": np.array([87.0, -5.0, 3.0]),
        "sum": np.full(7, 9.2, dtype=np.float32),
        "digits": np.array([-60005, -59999], dtype=np.int64),
    }


def log_weights(scores):
    logs = np.full(scores.shape, -np.inf)
    for row in np.ndindex(scores.shape[:-1]):
        if (scores[row] > -np.inf).any():
            logs[row] = scores[row] - np.logaddexp.reduce(scores[row])
    return logs


def merge_parts(highest, total, mixture):
    m, t, o = highest[0], total[0], mixture[0]
    for i in range(1, len(highest)):
        top = np.maximum(m, highest[i])
        a = np.where(m == -np.inf, 0, np.exp(m - top))
        b = np.where(highest[i] == -np.inf, 0, np.exp(highest[i] - top))
        t = a * t + b * total[i]
        o = a[:, None] * o + b[:, None] * mixture[i]
        m = top
    return {"highest": m, "mixture": o, "total": t}


def leave_out(context, lse, block_context, block_lse):
    ahead = np.expm1(lse - block_lse)[:, None]  # what the rest is, in blocks
    rest = context + (context - block_context) / ahead
    return {"lse": lse - np.log1p(1 / ahead[:, 0]), "context": rest}
