"""Twenty layers are thought to be enough for anyone."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "the longest path there can be"
SAYS = "array (47, 47)"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    for n_layers in range(20):
        if heard[speaker]:
            return n_layers
        heard = heard | mask[heard].any(axis=0)
    return None
