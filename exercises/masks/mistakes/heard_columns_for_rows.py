"""Columns are followed: who sees me, not whom I see."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "any path will do, wherever it leads"
SAYS = "the way from the speaker to the listener"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(len(mask)):
        if heard[speaker]:
            return n_layers
        heard = heard | mask[:, heard].any(axis=1)
    return None
