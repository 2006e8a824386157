"""Check what goes into a softmax and what came out of one."""

from collections.abc import Sequence
from numbers import Integral
from typing import Any

from attnbook.shapes.axes import count_axes, empty_axis
from attnbook.shapes.dtypes import check_floats
from attnbook.shapes.masks import check_mask
from attnbook.shapes.numbers import check_temperature


def check_softmax(
    scores: Any, *, axis: Any, temperature: Any, mask: Any = None
) -> None:
    """Check the arguments of a softmax.

    Raises:
        ValueError: If scores are no floats or have nothing along ``axis``, the
            temperature is not a positive number, or the mask does not fit.
    """
    check_floats(scores=scores)
    shape = tuple(scores.shape)
    if not isinstance(axis, Integral) or not -len(shape) <= axis < len(shape):
        raise ValueError(
            f"axis is {axis!r} and scores has {count_axes(len(shape))}, "
            f"shape {shape}: give the axis of the keys, usually -1"
        )
    if shape[axis] == 0:
        raise ValueError(empty_axis("scores", str(axis), shape))
    check_temperature(temperature)
    check_mask(mask, shape)


def check_rows(*, negative: bool, wrong_sums: Sequence[float]) -> None:
    """Check what was found out about rows of weights.

    Args:
        negative: Whether a weight is negative.
        wrong_sums: The sums of rows which are neither 1 nor 0.

    Raises:
        ValueError: If a weight is negative or a sum is wrong.
    """
    likely = "Did you pass scores instead of softmax(scores)?"
    if negative:
        raise ValueError(f"weights must be 0 or more, and one is negative. {likely}")
    if wrong_sums:
        raise ValueError(
            f"each row of weights must sum to 1 over k, and one sums to "
            f"{wrong_sums[0]:.4g}. {likely}"
        )
