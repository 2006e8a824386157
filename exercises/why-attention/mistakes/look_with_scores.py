"""The scores themselves are the weights."""

TASK = "look_back"
FAILS = "each word that is written has a look of its own"
SAYS = "never turned into shares"


def look_back(asking, states):
    return asking @ states.T @ states
