"""The second symptom is still there: keys are mixed."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "desks of three coordinates"
SAYS = "were desks handed over?"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K = X @ W_Q, X @ W_K
    return softmax(Q @ K.T / temperature) @ K
