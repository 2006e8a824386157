"""Sums written out, a search for the score, the nearest key as the unit."""

import numpy as np


def predict_in_the_fog():
    return {"A": 1 / 2, "B": 5.0, "C": 25**2, "D": 2.71, "E": 0.1 / 0.5}


def draws_needed(weights, values, error):
    mean = sum(w * v for w, v in zip(weights, values, strict=True))
    off = sum(w * (v - mean) ** 2 for w, v in zip(weights, values, strict=True))
    n = 1
    while off / n > error**2:
        n += 1
    return n


def free_energy(scores, temperature):
    return temperature * np.logaddexp.reduce(scores / temperature, axis=-1)


def score_for_share(scores, temperature, share):
    top = np.max(scores)
    low, high = top - 1000, top + 1000
    for _ in range(200):
        middle = (low + high) / 2
        if middle - temperature * np.log(share) < temperature * np.logaddexp.reduce(
            np.append(scores, middle) / temperature
        ):
            low = middle
        else:
            high = middle
    return middle


def posterior_weights(q, k, sigma, frequency):
    rows = []
    for signal in q:
        squared = np.square(signal - k).sum(1)
        nearest = squared[frequency > 0].min()
        fit = np.exp(np.minimum(nearest - squared, 0) / sigma**2 / 2) * frequency
        rows.append(fit / fit.sum())
    return np.array(rows)
