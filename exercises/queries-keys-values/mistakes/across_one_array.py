"""Self-attention of one array, of which the right part is cut out afterwards."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors and members of different widths"
SAYS = "raised ValueError"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    n = visitors.shape[-2]
    room = np.concatenate([visitors, members], axis=-2)
    queries, keys, values = room @ W_Q, room @ W_K, room @ W_V
    scores = queries[..., :n, :] @ keys[..., n:, :].swapaxes(-1, -2)
    return softmax(scores / temperature) @ values[..., n:, :]
