"""Only the temperature was found."""

import numpy as np

TASK = "lead_to_desks"
FAILS = "needs meet knowledge, and desks are handed over"
SAYS = "the code as it was"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def lead_to_desks(X, W_Q, W_K, W_V, temperature):
    scores = X @ W_Q @ (X @ W_Q).T
    return softmax(scores / temperature) @ X @ W_K
