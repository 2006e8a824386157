"""The argument is there, and nobody looks at it."""

import numpy as np

TASK = "ask_across"
FAILS = "the temperature divides the scores"
SAYS = "no temperature at all"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_K).swapaxes(-1, -2)
    return softmax(scores) @ members @ W_V
