"""The score itself does not fit."""

import numpy as np

TASK = "break_float16"
FAILS = "a power too large for float16"
SAYS = "a score of 70000, which does not lie between"


def break_float16():
    return {
        "power": np.array([70000.0, 0.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
