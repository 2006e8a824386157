"""Sequence by sequence, row by row; products of matrices; the two masks exchanged."""

import numpy as np


def predict_the_leak():
    return {"A": 0.79, "B": 16.0, "C": 2, "D": 22, "E": 0.75, "F": 0.38}


def attend_padded(q, k, v, lengths):
    context = np.zeros((*q.shape[:-1], v.shape[-1]))
    for row, length in enumerate(lengths):
        if length:
            scores = q[row] @ k[row, :length].T / k.shape[-1] ** 0.5
            powers = np.exp(scores - scores.max(axis=1, keepdims=True))
            context[row] = powers @ v[row, :length] / powers.sum(1, keepdims=True)
    return context


def packed_mask(documents):
    if documents.ndim > 1:
        return np.stack([packed_mask(row) for row in documents])
    n = len(documents)
    mask = np.zeros((n, n), dtype=bool)
    for i in range(n):
        for j in range(i + 1):
            mask[i, j] = documents[i] == documents[j] != -1
    return mask


def mask_of_a_black_box(before, after):
    columns = [~np.isclose(now, before, rtol=0, atol=1e-6).all(axis=1) for now in after]
    return np.stack(columns, axis=1)


def layers_until_heard(mask, listener, speaker):
    step = (mask | np.eye(len(mask), dtype=bool)).astype(int)
    reach = np.eye(len(mask), dtype=int)
    for n_layers in range(len(mask) + 1):
        if reach[listener, speaker]:
            return n_layers
        reach = np.minimum(step @ reach, 1)
    return None


def two_sparse_masks(m):
    same, ones = np.eye(m, dtype=bool), np.ones((m, m), dtype=bool)
    return {"second": np.kron(same, ones) > 0, "first": np.kron(ones, same) > 0}
