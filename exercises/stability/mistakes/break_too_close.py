"""Two scores that become one, and nearly share."""

import numpy as np

TASK = "break_float16"
FAILS = "two scores that become one"
SAYS = "the first gets 0.31: too much"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([3000.0, 3000.8]),
    }
