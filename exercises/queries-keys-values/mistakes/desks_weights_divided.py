"""The third symptom is still there: the weights are divided."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "the temperature divides the scores"
SAYS = "weights divided by the temperature"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    Q, K, V = X @ W_Q, X @ W_K, X @ W_V
    return softmax(Q @ K.T) / temperature @ V
