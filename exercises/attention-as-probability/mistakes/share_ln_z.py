"""ln Z is taken for the free energy."""

import numpy as np

TASK = "score_for_share"
FAILS = "the new key gets its share"
SAYS = "ln Z is no score yet"


def score_for_share(scores, temperature, share):
    log_z = np.logaddexp.reduce(scores / temperature)
    return log_z + temperature * np.log(share / (1 - share))
