""".T turns round all axes, the groups too."""

import numpy as np

TASK = "ask_across"
FAILS = "several groups at once"
SAYS = "raised ValueError"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_K).T
    return softmax(scores / temperature) @ members @ W_V
