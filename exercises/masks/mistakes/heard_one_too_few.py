"""The layer that brings the news is not counted."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "a window reaches farther with every layer"
SAYS = "one layer too few"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(len(mask)):
        heard = heard | mask[heard].any(axis=0)
        if heard[speaker]:
            return n_layers
    return None
