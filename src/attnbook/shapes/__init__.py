"""Check shapes, dtypes and values at the public edge, and say what is wrong in words.

Every message names the argument, says what came and what was needed, in the names of
the axes (``b`` batch, ``h`` heads, ``q`` queries, ``k`` keys, ``d_...`` features), and
ends with the likeliest mistake. The checks look at ``shape`` and ``dtype`` alone, so
the same ones serve NumPy arrays and torch tensors.
"""

from attnbook.shapes.axes import broadcast_shapes, check, scores_shape
from attnbook.shapes.dtypes import check_boolean, check_floats
from attnbook.shapes.masks import (
    FORBIDDEN,
    check_from_mha_mask,
    check_has_axis,
    check_lengths,
    check_mask,
    check_masks,
    check_mha_mask,
    check_no_bias,
    check_one_row,
)
from attnbook.shapes.numbers import check_base, check_count, check_scale
from attnbook.shapes.weights import check_rows, check_softmax

__all__ = [
    "FORBIDDEN",
    "broadcast_shapes",
    "check",
    "check_base",
    "check_boolean",
    "check_count",
    "check_floats",
    "check_from_mha_mask",
    "check_has_axis",
    "check_lengths",
    "check_mask",
    "check_masks",
    "check_mha_mask",
    "check_no_bias",
    "check_one_row",
    "check_rows",
    "check_scale",
    "check_softmax",
    "scores_shape",
]
