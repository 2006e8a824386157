"""With loops; a query halfway down to the origin until it works."""

import numpy as np


def predict_the_lookup():
    return {"A": 26.0, "B": 10, "C": 9.0, "D": 11.0, "E": 18.5}


def soft_lookup(queries, keys, values, bandwidth):
    answers = []
    for query in queries:
        squares = np.sum((keys - query) ** 2, axis=1)
        counts = np.exp(-(squares - squares.min()) / (2 * bandwidth**2))
        answers.append(counts @ values / counts.sum())
    return np.array(answers)


def bandwidth_for(distance, share):
    if np.any(share <= 0) or np.any(share >= 1):
        raise ValueError("no bandwidth does that")
    return np.sqrt(distance**2 / (2 * np.log(1 / share)))


def guess_lost_pages(keys, values, bandwidth, hole=0):
    points = (keys - keys.T) ** 2
    scores = np.where(points > hole**2, -points / (2 * bandwidth**2), -np.inf)
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers @ values / powers.sum(axis=1, keepdims=True)


def fool_the_dot_product(keys):
    lengths = (keys**2).sum(axis=1)
    if lengths.max() - lengths.min() < 1e-12:
        raise ValueError("nobody can be fooled")
    query = keys[np.argmax(lengths)]
    while np.argmin(((keys - query) ** 2).sum(axis=1)) == np.argmax(keys @ query):
        query = query / 2
    return query / 2
