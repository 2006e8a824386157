"""The sum fits."""

import numpy as np

TASK = "break_float16"
FAILS = "a sum that does not fit, of powers that do"
SAYS = "which fits"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array([10.0, 10.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
