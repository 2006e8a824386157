"""Only the best member answers."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "the best member alone"


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_K).swapaxes(-1, -2) / temperature
    best = scores == scores.max(axis=-1, keepdims=True)
    return best @ (members @ W_V)
