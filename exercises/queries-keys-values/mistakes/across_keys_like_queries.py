"""Whoever is there is projected by the matrix of the queries."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "keys made with the matrix of the queries"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_Q).swapaxes(-1, -2)
    return softmax(scores / temperature) @ members @ W_V
