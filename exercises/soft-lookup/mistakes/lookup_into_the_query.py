"""The differences are written into the caller's queries."""

import numpy as np

TASK = "soft_lookup"
FAILS = "the caller's arrays stay as they were"
SAYS = "changed its second argument"


def soft_lookup(queries, keys, values, bandwidth):
    answers = []
    for query in queries.copy():
        keys -= query
        points = (keys**2).sum(axis=-1)
        powers = np.exp((points.min() - points) / (2 * bandwidth**2))
        keys += query
        answers.append(powers @ values / powers.sum())
    keys -= queries[-1]
    return np.array(answers)
