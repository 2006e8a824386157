"""Powers that are too small."""

import numpy as np

TASK = "break_float16"
FAILS = "a power too large for float16"
SAYS = "too small for float16"


def break_float16():
    return {
        "power": np.array([-18.0, -19.0]),
        "sum": np.array([11.0, 11.0]),
        "digits": np.array([30000.0, 30005.0]),
    }
