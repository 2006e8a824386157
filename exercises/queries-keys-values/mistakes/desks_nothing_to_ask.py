"""A query of zeros is divided by its length."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "who needs nothing is led to the mean of all desks"
SAYS = "contains 2 NaN"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    lengths = np.linalg.norm(Q, axis=1, keepdims=True)
    return softmax(Q / lengths @ K.T * lengths / temperature) @ V
