"""The bend is taken out, since it made the trouble."""

TASK = "additive_scores"
FAILS = "the score hears its query"
SAYS = "no tanh"


def additive_scores(q, k, W_Q, W_K, w):
    asked = (q @ W_Q.T)[..., :, None, :]
    found = (k @ W_K.T)[..., None, :, :]
    return (asked + found) @ w
