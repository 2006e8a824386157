"""Leads are compared to the last bit."""

TASK = "asks_nothing"
FAILS = "a number added to a whole row changes no weight"
SAYS = "np.allclose, not with =="


def asks_nothing(scores):
    leads = scores - scores[:, :1]
    return bool((leads == leads[0]).all())
