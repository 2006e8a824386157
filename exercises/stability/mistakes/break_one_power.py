"""One power alone is too large."""

import numpy as np

TASK = "break_float16"
FAILS = "a sum that does not fit, of powers that do"
SAYS = "alone is too large"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array([12.0, 1.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
