"""Through the Jacobian of each row; steps in a copy; a gradient across the values."""

import numpy as np


def predict_the_blame():
    return {"A": -5.0, "B": -0.167, "C": "Rises", "D": 0.2 / 0.4, "E": [7, 3]}


def attention_backward(q, k, v, grad_context, mask=None):
    scale = q.shape[1] ** -0.5
    hidden = np.zeros((len(q), len(k))) if mask is None else np.where(mask, 0, -1e30)
    grads = {"q": np.zeros(q.shape), "k": np.zeros(k.shape), "v": np.zeros(v.shape)}
    for i, pull in enumerate(grad_context):
        scores = k @ q[i] * scale + hidden[i]
        a = np.exp(scores - scores.max())
        a /= a.sum()
        blame = (np.diag(a) - np.outer(a, a)) @ (v @ pull) * scale
        grads["q"][i] = blame @ k
        grads["k"] += np.outer(blame, q[i])
        grads["v"] += np.outer(a, pull)
    return grads


def measured_key_slopes(q, k, v, grad_context):
    def loss(keys):
        scores = q @ keys.T / np.sqrt(keys.shape[1])
        weights = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        return np.sum(weights @ v * grad_context)

    slopes = np.empty(k.shape)
    keys = k.astype(float)
    for i in range(k.shape[0]):
        for j in range(k.shape[1]):
            keys[i, j] = k[i, j] + 1e-5
            up = loss(keys)
            keys[i, j] = k[i, j] - 1e-5
            slopes[i, j] = (up - loss(keys)) / 2e-5
            keys[i, j] = k[i, j]
    return slopes


def temperature_backward(scores, temperature, grad_weights):
    u = scores / temperature
    a = np.exp(u - u.max(axis=1, keepdims=True))
    a /= a.sum(axis=1, keepdims=True)
    d_u = a * (grad_weights - np.einsum("qk,qk->q", a, grad_weights)[:, None])
    return {"temperature": -np.vdot(d_u, u) / temperature, "scores": d_u / temperature}


def only_values_learn():
    rng = np.random.default_rng(3)
    v, grad = np.zeros((7, 2)), np.zeros((5, 2))
    v[:, 0], grad[:, 1] = np.arange(7), 1
    q, k = 0.8 * rng.normal(size=(5, 3)), rng.normal(size=(7, 3))
    return {"q": q, "k": k, "v": v, "grad_context": grad}
