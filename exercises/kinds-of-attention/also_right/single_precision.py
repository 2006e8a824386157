"""In single precision, and with one maximum for each row."""

import numpy as np


def look_near(scores, shares, lengths, reach):
    scores, shares = np.float32(scores), np.float32(shares)
    n = np.array(lengths, dtype=np.float32)[:, None, None]
    place = np.arange(scores.shape[-1], dtype=np.float32)
    far = place - shares[..., None] * n
    seen = (np.abs(far) <= reach) & (place < n)
    low = np.where(seen, scores, -np.float32(1e9))
    powers = np.exp(low - low.max(axis=-1, keepdims=True)) * seen
    total = np.maximum(powers.sum(axis=-1, keepdims=True), np.float32(1e-30))
    return powers / total * np.exp(-2 * (far / np.float32(reach)) ** 2)


def two_mixtures(values, wish):
    shades, wish = np.float32(values), np.float32(wish)

    def mix(low, high):
        weights = np.zeros(len(shades), dtype=np.float32)
        if shades[low] == shades[high]:
            weights[low] = 1
            return weights
        weights[low] = (shades[high] - wish) / (shades[high] - shades[low])
        weights[high] = 1 - weights[low]
        return weights

    below = np.where(shades <= wish, shades, -np.inf).argmax()
    above = np.where(shades >= wish, shades, np.inf).argmin()
    wild = mix(shades.argmin(), shades.argmax())
    return {"wild": wild, "steady": mix(below, above)}


def quietest_baseline(weights, costs):
    a, costs = np.float32(weights), np.float32(costs)
    counts = a * (1 - 2 * a + (a**2).sum(axis=-1, keepdims=True))
    counts = np.where(a.max(axis=-1, keepdims=True) == 1, a, counts)
    return (counts * costs).sum(axis=-1) / counts.sum(axis=-1)
