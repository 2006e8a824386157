"""In single precision, a steeper bump, and the softmax of what is asked."""

import numpy as np
from scipy.special import softmax


def additive_scores(q, k, W_Q, W_K, w):
    q, k, W_Q, W_K, w = (np.float32(a) for a in (q, k, W_Q, W_K, w))
    hidden = np.expand_dims(q @ W_Q.T, -2) + np.expand_dims(k @ W_K.T, -3)
    return np.einsum("...h,h->...", np.tanh(hidden), w)


def asks_nothing(scores):
    weights = softmax(scores, axis=1)
    return np.allclose(weights, weights[:1])


def prefer_a_place(ratio, ahead):
    return {
        "W_Q": np.float32([[-ratio, 0.5 - ahead], [-ratio, -0.5 - ahead]]) * 5,
        "W_K": np.float32([[5], [5]]),
        "w": np.float32([1, -1]),
    }


def lift_for_distance(q, k):
    q, k = np.float32(q), np.float32(k)
    half = np.full((*q.shape[:-1], 1), -0.5, dtype=np.float32)
    lengths = np.einsum("...d,...d->...", k, k)[..., None]
    return {
        "queries": np.concatenate([q, half], axis=-1) * 2,
        "keys": np.concatenate([k, lengths], axis=-1),
    }
