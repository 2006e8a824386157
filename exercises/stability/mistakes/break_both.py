"""A power that breaks float32 as well."""

import numpy as np

TASK = "break_float16"
FAILS = "a power too large for float16"
SAYS = "float32 can't hold"


def break_float16():
    return {
        "power": np.array([1000.0, 999.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
