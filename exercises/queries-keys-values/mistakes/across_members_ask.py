"""The members ask, each other even."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "did the members ask?"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = members @ W_Q @ (members @ W_K).swapaxes(-1, -2)
    return softmax(scores / temperature) @ members @ W_V
