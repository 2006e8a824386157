"""Keep half precision alive: compute in at least float32, answer in the input's dtype.

A float16 ends at 65,504: the dot product of two vectors of 64 features, all 40, is
102,400 and would be infinite. So attention widens first and narrows last.
"""

import numpy as np
from jaxtyping import Float


def widen(array: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Give the array in float32, or in its own dtype if that is wider.

    Example:
        >>> widen(np.ones(2, np.float16)).dtype, widen(np.ones(2)).dtype
        (dtype('float32'), dtype('float64'))

    Chapter: 3-formulas/attention-step-by-step.
    """
    return array.astype(np.promote_types(array.dtype, np.float32), copy=False)
