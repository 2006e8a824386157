"""What comes back is what was asked for."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "keys that are handed over"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    keys = members @ W_K
    scores = visitors @ W_Q @ keys.swapaxes(-1, -2)
    return softmax(scores / temperature) @ keys
