"""The loop ends before the last layer is looked at."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "the longest path there can be"
SAYS = "is not None: there is a path"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(len(mask) - 1):
        if heard[speaker]:
            return n_layers
        heard = heard | mask[heard].any(axis=0)
    return None
