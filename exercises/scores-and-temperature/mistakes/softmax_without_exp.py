"""Shares of the scores themselves, the first idea everyone has."""

TASK = "stable_softmax"
FAILS = "each row is shared out among its own keys"
SAYS = "without np.exp"


def stable_softmax(scores, axis=-1):
    return scores / scores.sum(axis=axis, keepdims=True)
