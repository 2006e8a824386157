"""Check the gradients that come back to a function."""

from typing import Any

from attnbook.shapes.axes import Shape
from attnbook.shapes.dtypes import check_floats


def check_gradient(what: str, grad: Any, shape: Shape) -> None:
    """Check that a gradient is of floats and has the shape of what it belongs to.

    Raises:
        ValueError: If it has not.

    Example:
        >>> from numpy import ones
        >>> check_gradient("context", ones((3, 2)), (3, 2))
        >>> check_gradient("context", ones(2), (3, 2))
        Traceback (most recent call last):
        ...
        ValueError: grad_context has shape (2,) and context has (3, 2): a gradient
        has one slope for each number. Is it the loss, or already summed over a batch?
    """
    check_floats(**{f"grad_{what}": grad})
    if tuple(grad.shape) != shape:
        raise ValueError(
            f"grad_{what} has shape {tuple(grad.shape)} and {what} has {shape}: "
            "a gradient has one slope for each number. Is it the loss, or already "
            "summed over a batch?"
        )
