"""The chapter's example, for another format."""

import numpy as np

TASK = "break_float16"
FAILS = "two scores that become one"
SAYS = "can tell them apart: 100 and 100.188"


def break_float16():
    return {
        "power": np.array([20.0, 19.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([100.0, 100.2]),
    }
