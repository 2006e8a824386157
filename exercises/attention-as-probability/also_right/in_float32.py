"""The answers of the others, as single numbers of 32 bits."""

import numpy as np


def free_energy(scores, temperature):
    scores = scores.astype(np.float32)
    highest = scores.max(axis=-1)
    powers = np.exp((scores - highest[:, None]) / temperature)
    return highest + temperature * np.log(powers.sum(axis=-1))


def score_for_share(scores, temperature, share):
    scaled = np.asarray(scores, dtype=float) / temperature
    top = scaled.max()
    total = top + np.log(np.exp(scaled - top).sum())  # ln Z
    return np.float32(temperature * (total + np.log(share / (1 - share))))


def posterior_weights(q, k, sigma, frequency):
    q, k, frequency = (x.astype(np.float32) for x in (q, k, frequency))
    with np.errstate(divide="ignore"):
        scores = np.log(frequency) - ((q[:, None] - k) ** 2).sum(-1) / sigma**2 / 2
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
