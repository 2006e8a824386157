"""Only whom the listener sees, and whom these see."""

TASK = "layers_until_heard"
FAILS = "any path will do, wherever it leads"
SAYS = "is not None: there is a path"


def layers_until_heard(mask, listener, speaker):
    if listener == speaker:
        return 0
    if mask[listener, speaker]:
        return 1
    return 2 if (mask @ mask)[listener, speaker] else None
