"""Row by row, and a single row is taken for a table of numbers."""

import numpy as np

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "log_weights(array (7,)) is off by up to"


def log_weights(scores):
    if scores.ndim > 2:
        return np.array([log_weights(table) for table in scores])
    rows = []
    for row in scores:
        highest = row.max() if row.max() > -np.inf else 0
        total = np.exp(row - highest).sum()
        rows.append(row - highest - np.log(total or 1))
    return np.array(rows)
