"""Weights are set to 0 after the softmax."""

import numpy as np

TASK = "attention_backward"
FAILS = "hidden keys and values hear nothing"
SAYS = "keys hidden after the softmax"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attention_backward(q, k, v, grad_context, mask=None):
    root = np.sqrt(q.shape[-1])
    a = softmax(q @ k.T / root)
    d_a, seen = grad_context @ v.T, a
    if mask is not None:
        d_a, seen = d_a * mask, a * mask
    d_s = a * (d_a - (a * d_a).sum(axis=-1, keepdims=True)) / root
    return {"q": d_s @ k, "k": d_s.T @ q, "v": seen.T @ grad_context}
