"""Powers that float32 holds, and not their sum."""

import numpy as np

TASK = "break_float16"
FAILS = "a power too large for float16"
SAYS = "and not their sum"


def break_float16():
    return {
        "power": np.array([88.5, 88.5]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
