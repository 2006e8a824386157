"""-1 stands for never."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "None where no path leads"
SAYS = "so return None"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(len(mask)):
        if heard[speaker]:
            return n_layers
        heard = heard | mask[heard].any(axis=0)
    return -1
