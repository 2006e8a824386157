"""The first symptom is fought with a 0, which is a score too."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "needs meet knowledge, and desks are handed over"
SAYS = "scores with oneself that were set to 0"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    scores = Q @ K.T * (1 - np.eye(len(X)))
    return softmax(scores / temperature) @ V
