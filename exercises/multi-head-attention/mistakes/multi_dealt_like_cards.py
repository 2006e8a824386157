"""Features are dealt out like cards, and dealt back."""

import numpy as np

TASK = "multi_head_attention"
FAILS = "each head looks with features of its own"
SAYS = "dealt back in the end"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def join_heads(parts):
    by_word = np.swapaxes(parts, -3, -2)
    return by_word.reshape(*by_word.shape[:-2], -1)


def multi_head_attention(x, w_q, w_k, w_v, w_o, n_heads, mask=None):
    b, n, d_model = x.shape

    def split(y):
        return np.moveaxis(y.reshape(b, n, -1, n_heads), -1, 1)

    q, k, v = (split(x @ w) for w in (w_q, w_k, w_v))  # (b, h, n, d_head)
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])  # (b, h, n, n)
    if mask is not None:
        scores = np.where(mask[:, None], scores, -np.inf)  # the same for all heads
    context = np.moveaxis(softmax(scores) @ v, 1, -1)
    return context.reshape(b, n, d_model) @ w_o
