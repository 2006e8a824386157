"""Check what is to be shared out among heads, and what heads are to give back."""

from typing import Any

from attnbook.shapes.axes import count_axes
from attnbook.shapes.dtypes import dtype_name
from attnbook.shapes.numbers import check_count


def check_heads(d_model: Any, n_heads: Any) -> None:
    """Check that features can be shared out evenly among heads.

    Raises:
        ValueError: If they cannot, or a number is no whole number above 0.

    Example:
        >>> check_heads(6, 3)
        >>> check_heads(6, 4)
        Traceback (most recent call last):
        ...
        ValueError: d_model is 6 and n_heads is 4: d_model must be a multiple of
        n_heads, since every head gets d_model / n_heads features
    """
    check_count("d_model", d_model, at_least=1)
    check_count("n_heads", n_heads, at_least=1)
    if d_model % n_heads:
        raise ValueError(
            f"d_model is {d_model} and n_heads is {n_heads}: d_model must be a "
            "multiple of n_heads, since every head gets d_model / n_heads features"
        )


def check_split_heads(x: Any, n_heads: Any) -> None:
    """Check tokens that are to be split, (..., length, d_model).

    Raises:
        ValueError: If they have too few axes, or their features cannot be shared out.
    """
    _check_axes(x, "length", "d_model")
    check_heads(x.shape[-1], n_heads)


def check_merge_heads(x: Any) -> None:
    """Check heads that are to be merged, (..., n_heads, length, d_head).

    Raises:
        ValueError: If they have too few axes.
    """
    _check_axes(x, "n_heads", "length", "d_head")


def _check_axes(x: Any, *axes: str) -> None:
    dtype_name("x", x)  # refuses what is no array
    shape = tuple(x.shape)
    if len(shape) < len(axes):
        raise ValueError(
            f"x has {count_axes(len(shape))}, shape {shape}: it needs at least "
            f"{len(axes)}, (..., {', '.join(axes)})"
        )
