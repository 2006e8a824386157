"""A score beyond the largest number, which is rounded to it."""

import numpy as np

TASK = "break_float16"
FAILS = "two scores that become one"
SAYS = "a score of 65515, which does not lie between"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([65504.0, 65515.0]),
    }
