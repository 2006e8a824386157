"""Loops over pairs, a sharper bump, the 2 with the keys."""

import numpy as np


def predict_the_scores():
    return {"A": 12.0, "B": 4, "C": 4800.0, "D": 126, "E": "Additive", "F": "LINEAR"}


def additive_scores(q, k, W_Q, W_K, w):
    if q.ndim > 2:
        pairs = zip(q, k, strict=True)
        return np.stack([additive_scores(*pair, W_Q, W_K, w) for pair in pairs])
    return np.array(
        [[w @ np.tanh(W_Q @ one + W_K @ other) for other in k] for one in q]
    )


def asks_nothing(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    weights = powers / powers.sum(axis=1, keepdims=True)
    return bool(np.abs(weights - weights.mean(axis=0)).max() < 1e-9)


def prefer_a_place(ratio, ahead):
    up = [2 * ratio, 2 * ahead + 3]
    down = [2 * ratio, 2 * ahead - 3]
    return {
        "W_Q": np.array([up, down, [0, 0]]),
        "W_K": np.array([[-2], [-2], [0]]),
        "w": np.array([1, -1, 7]),
    }


def lift_for_distance(q, k):
    lengths = np.linalg.norm(k, axis=-1, keepdims=True)
    minus = -np.ones((*q.shape[:-1], 1))
    return {
        "keys": np.concatenate([lengths**2, 2 * k], axis=-1),
        "queries": np.concatenate([minus, q], axis=-1),
    }
