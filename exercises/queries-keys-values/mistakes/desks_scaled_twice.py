"""The division by the root of d_k is done out of habit."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "needs meet knowledge, and desks are handed over"
SAYS = "which is not asked for here"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    return softmax(Q @ K.T / np.sqrt(W_Q.shape[1]) / temperature) @ V
