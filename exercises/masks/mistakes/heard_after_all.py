"""When the loop is over it returns how many layers there were."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "None where no path leads"
SAYS = "is not 7: no path leads there"


def layers_until_heard(mask, listener, speaker):
    heard = np.arange(len(mask)) == listener
    n_layers = 0
    while not heard[speaker] and n_layers < len(mask):
        heard = heard | mask[heard].any(axis=0)
        n_layers += 1
    return n_layers
