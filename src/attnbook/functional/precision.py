"""Keep half precision alive: compute in at least float32, answer in the input's dtype.

A float16 ends at 65,504: the dot product of two vectors of 64 features, all 40, is
102,400 and would be infinite. So attention widens first and narrows last.
"""

import torch
from jaxtyping import Float
from torch import Tensor


def widen(tensor: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Give the tensor in float32, or in its own dtype if that is wider.

    Example:
        >>> widen(torch.ones(2).half()).dtype, widen(torch.ones(2).double()).dtype
        (torch.float32, torch.float64)

    Chapter: 3-formulas/attention-step-by-step.
    """
    return tensor.to(torch.promote_types(tensor.dtype, torch.float32))
