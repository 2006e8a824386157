"""Each word takes the best state, and nothing of the others."""

TASK = "look_back"
FAILS = "what suits equally well is mixed in equal parts, what suits better has more"
SAYS = "the best of the states for each word"


def look_back(asking, states):
    return states[(asking @ states.T).argmax(axis=1)]
