"""Person by person; a query from a column of ones; corners from cross products."""

import numpy as np


def predict_the_roles():
    return {"A": "Ivo", "B": 3.0, "C": 4, "D": 7.0, "E": 5, "F": "STAY"}


def mixture(query, keys, values, temperature):
    scores = keys @ query / temperature
    powers = np.exp(scores)
    return powers @ values / powers.sum()


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    if visitors.ndim > 2:
        groups = zip(visitors, members, strict=True)
        return np.array([ask_across(*g, W_Q, W_K, W_V, temperature) for g in groups])
    keys, values = members @ W_K, members @ W_V
    queries = visitors @ W_Q
    return np.array([mixture(q, keys, values, temperature) for q in queries])


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    return ask_across(X, X, W_Q, W_K, W_V, temperature)


def never_first(keys):
    inside = []
    for key in keys:
        others = keys - key
        others = others[np.abs(others).sum(axis=1) > 0]
        angles = np.sort(np.arctan2(others[:, 1], others[:, 0]))
        gaps = np.diff(np.append(angles, angles[0] + 2 * np.pi))
        inside.append(gaps.max() < np.pi)
    return np.array(inside)


def query_for(keys, weights):
    table = np.column_stack([keys, np.ones(len(keys))])
    return np.linalg.lstsq(table, np.log(weights), rcond=None)[0][:-1]
