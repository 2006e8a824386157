"""The first layer has run before anything is looked at."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "a token hears itself without a layer"
SAYS = "it has before any layer"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(1, len(mask)):
        heard = heard | mask[heard].any(axis=0)
        if heard[speaker]:
            return n_layers
    return None
