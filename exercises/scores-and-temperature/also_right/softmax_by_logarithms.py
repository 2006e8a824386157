"""Through the logarithm of the sum, as libraries do; and loops over the rows."""

import numpy as np


def stable_softmax(scores, axis=-1):
    last = np.moveaxis(np.array(scores, dtype=np.float64), axis, -1)
    total = np.logaddexp.reduce(last, axis=-1)
    return np.moveaxis(np.exp(last - total[..., None]), -1, axis)


def softmax_with_temperature(scores, temperature):
    if temperature <= 0:
        raise ValueError("too cold")
    rows = []
    for row in scores:
        lead = (row - max(row)) / temperature
        powers = [np.exp(one) for one in lead]
        rows.append([power / sum(powers) for power in powers])
    return np.array(rows)


def predict_the_weights():
    return {"E": 0.33, "D": 0.42, "C": 16.0, "B": "Stays", "A": 0.73}
