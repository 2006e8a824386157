"""The number of paths is counted in bytes, where 256 is 0."""

import numpy as np

TASK = "layers_until_heard"
FAILS = "any path will do, wherever it leads"
SAYS = "is not None: there is a path"


def layers_until_heard(mask, listener, speaker):
    paths = np.eye(len(mask), dtype=np.uint8)
    for n_layers in range(len(mask)):
        if paths[listener, speaker]:
            return n_layers
        paths = paths @ mask.astype(np.uint8)
    return None
