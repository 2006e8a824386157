"""Members hand over all that they are."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "as wide as a member"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_K).swapaxes(-1, -2)
    return softmax(scores / temperature) @ members
