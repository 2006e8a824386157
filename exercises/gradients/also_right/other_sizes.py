"""32 bits; a mask that is added; lists; large values and gradient, faint weights."""

import numpy as np


def softmax(scores):
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def attention_backward(q, k, v, grad_context, mask=None):
    q, k, v, d_c = (x.astype(np.float32) for x in (q, k, v, grad_context))
    root = np.float32(np.sqrt(q.shape[1]))
    a = softmax(q @ k.T / root + (0 if mask is None else np.where(mask, 0, -1e9)))
    d_s = a * (d_c @ v.T - (d_c * (a @ v)).sum(axis=1, keepdims=True)) / root
    grads = {"q": d_s @ k, "k": d_s.T @ q, "v": a.T @ d_c}
    return {name: grad.astype(np.float32).tolist() for name, grad in grads.items()}


def temperature_backward(scores, temperature, grad_weights):
    scores, grad = scores.astype(np.float32), grad_weights.astype(np.float32)
    a = softmax(scores / np.float32(temperature))
    d_u = a * (grad - (a * grad).sum(axis=1, keepdims=True))
    slope = -(d_u * scores).sum() / np.float32(temperature) ** 2
    return {"scores": d_u / np.float32(temperature), "temperature": slope}


def only_values_learn():
    rng = np.random.default_rng(1)
    across = np.array([0.6, 0.8])
    places = [5.0, -3.0] + rng.normal(size=(7, 1)) * [0.8, -0.6]
    return {
        "q": 0.05 * rng.normal(size=(5, 3)),
        "k": rng.normal(size=(7, 3)),
        "v": 1e8 * places,
        "grad_context": 1e7 * rng.normal(size=(5, 1)) * across,
    }
