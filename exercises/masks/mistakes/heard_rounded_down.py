"""The distance is divided by the reach of one layer, and rounded down."""

TASK = "layers_until_heard"
FAILS = "a window reaches farther with every layer"
SAYS = "may be shorter"


def layers_until_heard(mask, listener, speaker):
    reach = mask[listener].sum() - 1
    if reach < 1 or listener < speaker:
        return 0 if listener == speaker else None
    return int((listener - speaker) // reach)
