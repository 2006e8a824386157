"""The keys' axes are named for one axis in front."""

import numpy as np

TASK = "ask_across"
FAILS = "several groups at once"
SAYS = "axes don't match array"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    keys = members @ W_K
    turned = keys.T if keys.ndim == 2 else keys.transpose(0, 2, 1)
    scores = visitors @ W_Q @ turned
    return softmax(scores / temperature) @ members @ W_V
