"""In float32, as lists, and with a step that is as long as it may be."""

import numpy as np


def predict_the_lookup():
    return {"A": 26, "B": 10.0, "C": 9, "D": 11, "E": 37 / 2}


def soft_lookup(queries, keys, values, bandwidth):
    queries, keys, values = (np.float32(a) for a in (queries, keys, values))
    gaps = (queries[:, None] - keys) / np.float32(bandwidth)
    scores = -(gaps**2).sum(axis=-1) / 2
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True) @ values


def bandwidth_for(distance, share):
    if np.min(share) <= 0 or np.max(share) >= 1:
        raise ValueError("a share lies between 0 and 1")
    return distance / np.sqrt(-2 * np.log(np.float32(share)))


def guess_lost_pages(keys, values, bandwidth, hole=0):
    keys, values = np.float32(keys), np.float32(values)
    guesses = []
    for key in keys:
        left = abs(keys[:, 0] - key) > hole
        guesses.append(soft_lookup(key[None], keys[left], values[left], bandwidth)[0])
    return [guess.tolist() for guess in guesses]


def fool_the_dot_product(keys):
    squares = (keys**2).sum(axis=1)
    long, short = squares.argmax(), squares.argmin()
    lead = squares[long] - squares[short]
    if lead < 1e-9 * squares[long]:
        raise ValueError("keys of one length fool nobody")
    # 2 q·(long - short) < lead puts the short key nearer.
    return keys[long] * lead / (squares[long] - keys[long] @ keys[short]) / 4
