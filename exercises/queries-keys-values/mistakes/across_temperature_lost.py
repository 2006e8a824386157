"""Group by group, and the temperature is not handed on."""

import numpy as np

TASK = "ask_across"
FAILS = "several groups at once"
SAYS = "lost on the way"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    if visitors.ndim > 2:
        groups = zip(visitors, members, strict=True)
        return np.array([ask_across(*group, W_Q, W_K, W_V) for group in groups])
    scores = visitors @ W_Q @ (members @ W_K).T
    return softmax(scores / temperature) @ members @ W_V
