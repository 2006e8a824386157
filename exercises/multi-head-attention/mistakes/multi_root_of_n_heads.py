"""The number of heads stands under the root."""

import numpy as np

TASK = "multi_head_attention"
FAILS = "each head looks with features of its own"
SAYS = "the root of n_heads"


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def join_heads(parts):
    by_word = np.swapaxes(parts, -3, -2)
    return by_word.reshape(*by_word.shape[:-2], -1)


def multi_head_attention(x, w_q, w_k, w_v, w_o, n_heads, mask=None):
    b, n, d_model = x.shape

    def split(y):
        return y.reshape(b, n, n_heads, d_model // n_heads).swapaxes(1, 2)

    q, k, v = (split(x @ w) for w in (w_q, w_k, w_v))  # (b, h, n, d_head)
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(n_heads)  # (b, h, n, n)
    if mask is not None:
        scores = np.where(mask[:, None], scores, -np.inf)  # the same for all heads
    return join_heads(softmax(scores) @ v) @ w_o
