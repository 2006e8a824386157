"""The highest score is taken off, and that is all."""

TASK = "log_weights"
FAILS = "the logarithm of each weight"
SAYS = "without the sum"


def log_weights(scores):
    return scores - scores.max(axis=-1, keepdims=True)
