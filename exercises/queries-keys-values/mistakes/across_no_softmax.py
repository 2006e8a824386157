"""The scores themselves mix the values."""

import numpy as np

TASK = "ask_across"
FAILS = "visitors ask, and members answer"
SAYS = "is there a softmax?"


def ask_across(visitors, members, W_Q, W_K, W_V, temperature=1.0):
    scores = visitors @ W_Q @ (members @ W_K).swapaxes(-1, -2)
    return scores / temperature @ members @ W_V
