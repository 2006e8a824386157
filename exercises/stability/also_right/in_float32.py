"""In float32, and as lists, wherever float32 has the digits."""

import numpy as np


def log_weights(scores):
    scores = np.asarray(scores, np.float32)
    highest = scores.max(axis=-1, keepdims=True)
    lead = scores - np.where(np.isneginf(highest), 0, highest)
    total = np.exp(lead).sum(axis=-1, keepdims=True)
    return (lead - np.log(np.where(total == 0, 1, total))).tolist()


def merge_parts(highest, total, mixture):
    parts = zip(highest, total, mixture, strict=True)
    m = np.full(highest.shape[1], -np.inf, np.float32)
    t, o = np.zeros_like(m), np.zeros(mixture.shape[1:], np.float32)
    for one, its_total, its_mixture in parts:
        higher = np.maximum(m, one.astype(np.float32))
        unit = np.where(np.isneginf(higher), 0, higher)
        a, b = np.exp(m - unit), np.exp(one.astype(np.float32) - unit)
        t = (a * t + b * its_total).astype(np.float32)
        o = (a * o.T + b * its_mixture.T).T.astype(np.float32)
        m = higher
    return {"highest": m, "total": t, "mixture": o}


def leave_out(context, lse, block_context, block_lse):
    left = -np.expm1(block_lse - lse)[:, None]  # (q, 1), the share of the rest
    rest = block_context + (context - block_context) / left
    worth = lse + np.log(left[:, 0])
    return {"context": rest.astype(np.float32), "lse": worth.astype(np.float32)}
