"""Who needs nothing is kept at their desk."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "who needs nothing is led to the mean of all desks"
SAYS = "stays at their own desk"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    asks = np.any(Q != 0, axis=1, keepdims=True)
    return np.where(asks, softmax(Q @ K.T / temperature) @ V, V)
