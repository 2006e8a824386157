"""So many scores that any sum is too large."""

import numpy as np

TASK = "break_float16"
FAILS = "a sum that does not fit, of powers that do"
SAYS = "seven are enough"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array(np.zeros(70000)),
        "digits": np.array([30000.0, 30005.0]),
    }
