"""Loops, queues of another order, and probabilities in another way."""

import numpy as np


def predict_the_path():
    return {"A": 5.0, "B": 199.0, "C": 6.0, "D": 30.0, "E": 0.25, "F": 192e3}


def bits_brought(scores, said):
    total, s = 0.0, scores.shape[-1]
    for i, j in np.ndindex(said.shape):
        row = scores[i, j]
        total += np.log2(s)
        total -= np.logaddexp.reduce(row - row[said[i, j]]) / np.log(2)
    return total / len(said)


def tree_wiring(n):
    wiring = np.zeros((2 * n - 1, 2 * n - 1), dtype=bool)
    queue, new = list(range(n))[::-1], n
    while len(queue) > 1:
        rest = [] if len(queue) % 2 == 0 else [queue.pop()]
        made = []
        for a, b in zip(queue[::2], queue[1::2], strict=True):
            wiring[new, [a, b]] = True
            made.append(new)
            new += 1
        queue = made + rest
    return wiring


def after_the_same(tokens):
    if tokens.ndim == 2:
        return np.stack([after_the_same(row) for row in tokens])
    weights = np.zeros((len(tokens), len(tokens)))
    for i in range(len(tokens)):
        places = [j + 1 for j in range(i) if tokens[j] == tokens[i]]
        for j in places:
            weights[i, j] = 1 / len(places)
    return weights
