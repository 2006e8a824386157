"""The layers are counted from 1."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "a window reaches farther with every layer"
SAYS = "one layer too many"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(1, len(mask) + 1):
        if heard[speaker]:
            return n_layers
        heard = heard | mask[heard].any(axis=0)
    return None
