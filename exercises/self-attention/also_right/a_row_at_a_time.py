"""Row by row; the way back by writing; the places on half a circle."""

import numpy as np


def predict_what_moves():
    return {"E": 1001.0, "D": "Different", "C": 0.2, "B": 3, "A": 2.0}


def causal_self_attention(x, w_q, w_k, w_v):
    if x.ndim > 2:
        return np.stack([causal_self_attention(s, w_q, w_k, w_v) for s in x])
    rows = []
    for i in range(len(x)):
        scores = (x[i] @ w_q) @ (x[: i + 1] @ w_k).T / w_q.shape[1] ** 0.5
        powers = np.exp(scores - scores.max())
        rows.append(powers / powers.sum() @ (x[: i + 1] @ w_v))
    return np.array(rows)


def restore_order(y, a, order):
    rows, table = np.empty_like(y), np.empty_like(a)
    rows[order] = y
    table[np.ix_(order, order)] = a
    return {"a": table, "y": rows}


def look_one_back(n_places, n_features):
    angles = np.pi * np.arange(n_places) / n_places
    keys = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    queries = 1000 * keys[np.maximum(np.arange(n_places) - 1, 0)]
    nothing = np.zeros((n_features, 2))
    return {"w_q": np.r_[queries, nothing], "w_k": np.r_[keys, nothing]}
