"""Visitors and members are put into one room, as for self-attention."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "among those that are found"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    room = np.concatenate([visitors, members], axis=-2)
    scores = visitors @ W_Q @ (room @ W_K).swapaxes(-1, -2)
    return softmax(scores / temperature) @ room @ W_V
