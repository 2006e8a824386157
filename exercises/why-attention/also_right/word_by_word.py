"""Word by word, and the answers to the questions as floats and in capitals."""

import numpy as np


def expected_share(share, words, longer):
    one_word = np.exp(np.log(share) / words)
    return one_word**longer


def look_back(asking, states):
    mixtures = []
    for word in asking:
        powers = np.exp([word @ state for state in states])
        weights = powers / powers.sum()
        mixtures.append(weights @ states)
    return np.array(mixtures)


def predict_the_bottleneck():
    return {
        "A": 64.0,
        "B": np.int64(480),
        "C": 600,
        "D": "Length",
        "E": "MEMORY",
        "F": 15.0,
    }
