"""Scores are multiplied by the mask."""

import numpy as np

TASK = "attention_backward"
FAILS = "hidden keys and values hear nothing"
SAYS = "a score like any other"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attention_backward(q, k, v, grad_context, mask=None):
    scores = q @ k.T / np.sqrt(q.shape[-1])  # (q, k)
    if mask is not None:
        scores = scores * mask
    weights = softmax(scores)  # (q, k)
    grad_weights = grad_context @ v.T  # (q, k)
    mean = (weights * grad_weights).sum(axis=-1, keepdims=True)  # (q, 1)
    grad_products = weights * (grad_weights - mean) / np.sqrt(q.shape[-1])
    return {
        "q": grad_products @ k,  # (q, d_k)
        "k": grad_products.T @ q,  # (k, d_k)
        "v": weights.T @ grad_context,  # (k, d_v)
    }
