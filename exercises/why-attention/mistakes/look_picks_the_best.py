"""Each word takes the best state, and nothing of the others."""

TASK = "look_back"
FAILS = "what suits equally well is mixed in equal parts"
SAYS = "the first of the best states"


def look_back(asking, states):
    return states[(asking @ states.T).argmax(axis=1)]
