"""Check the axes of arrays against a specification in their names."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from attnbook.shapes.dtypes import check_floats

Shape = tuple[int, ...]
Spec = tuple[tuple[str, tuple[str, ...]], ...]

ROLES = {"q": "queries", "k": "keys", "v": "values"}


def check(spec: str, *arrays: Any) -> None:
    """Check that float arrays have the axes that a specification names.

    An axis named twice must have the same length both times. ``...`` stands for batch
    axes, which must broadcast. Only batch axes and ``q`` may have length 0.

    Args:
        spec: ``"name: axes"``, one for each array, with commas between.
        *arrays: The arrays, in the order of the specification.

    Raises:
        ValueError: If a dtype is not a float, dtypes differ, or axes disagree.

    Example:
        >>> from numpy import ones
        >>> check("q: ... q d_k, k: ... k d_k", ones((7, 2, 4)), ones((7, 3, 4)))
        >>> check("q: ... q d_k, k: ... k d_k", ones((2, 4)), ones((3, 5)))
        Traceback (most recent call last):
        ...
        ValueError: k has 5 features and q has 4: queries and keys must share d_k
    """
    entries = _parse(spec)
    check_floats(**{name: x for (name, _), x in zip(entries, arrays, strict=True)})
    first_with: dict[str, tuple[str, int]] = {}
    for (name, axes), array in zip(entries, arrays, strict=True):
        _check_axes(name, axes, tuple(array.shape), first_with)
    _check_batches(entries, arrays)


@lru_cache
def _parse(spec: str) -> Spec:
    entries = (entry.split(":") for entry in spec.split(","))
    return tuple((name.strip(), tuple(axes.split())) for name, axes in entries)


def _check_axes(
    name: str,
    axes: tuple[str, ...],
    shape: Shape,
    first_with: dict[str, tuple[str, int]],
) -> None:
    _check_number_of_axes(name, axes, shape)
    named = [axis for axis in axes if axis != "..."]
    for axis, size in zip(named, shape[len(shape) - len(named) :], strict=True):
        if size == 0 and axis != "q":
            raise ValueError(empty_axis(name, axis, shape))
        first, first_size = first_with.setdefault(axis, (name, size))
        if size != first_size:
            raise ValueError(
                f"{name} has {size} {_unit(axis)} and {first} has {first_size}: "
                f"{ROLES.get(first, first)} and {ROLES.get(name, name)} must share "
                f"{axis}"
            )


def _check_number_of_axes(name: str, axes: tuple[str, ...], shape: Shape) -> None:
    n_named = len(axes) - ("..." in axes)
    if len(shape) == n_named or ("..." in axes and len(shape) > n_named):
        return
    at_least = "at least " if "..." in axes else ""
    raise ValueError(
        f"{name} has {count_axes(len(shape))}, shape {shape}: it needs "
        f"{at_least}{n_named}, ({', '.join(axes)})"
    )


def _check_batches(entries: Spec, arrays: Sequence[Any]) -> None:
    batches = {
        name: tuple(array.shape[: len(array.shape) - len(axes) + 1])
        for (name, axes), array in zip(entries, arrays, strict=True)
        if "..." in axes
    }
    try:
        broadcast_shapes(*batches.values())
    except ValueError:
        told = ", ".join(f"{name} has {shape}" for name, shape in batches.items())
        raise ValueError(f"batch axes must broadcast, and {told}") from None


def broadcast_shapes(*shapes: Shape) -> Shape:
    """Give the shape that arrays of these shapes broadcast to.

    Raises:
        ValueError: If they do not broadcast.

    Example:
        >>> broadcast_shapes((7, 1, 3), (5, 3), (3,))
        (7, 5, 3)
    """
    columns = zip_longest(*(reversed(shape) for shape in shapes), fillvalue=1)
    sizes = [set(column) - {1} or {1} for column in columns]
    if any(len(size) > 1 for size in sizes):
        raise ValueError(f"shapes {', '.join(map(str, shapes))} do not broadcast")
    return tuple(size.pop() for size in reversed(sizes))


def scores_shape(q: Any, k: Any) -> Shape:
    """Give the shape (..., q, k) of the scores of checked queries and keys.

    Example:
        >>> from numpy import ones
        >>> scores_shape(ones((7, 1, 2, 4)), ones((5, 3, 4)))
        (7, 5, 2, 3)
    """
    batch = broadcast_shapes(tuple(q.shape[:-2]), tuple(k.shape[:-2]))
    return (*batch, q.shape[-2], k.shape[-2])


def _unit(axis: str) -> str:
    return "features" if axis.startswith("d_") else "positions"


def empty_axis(name: str, axis: str, shape: Shape) -> str:
    """Say that an axis has nothing on it."""
    return (
        f"{name} has shape {shape}, with nothing on axis {axis}: "
        "attention needs at least one"
    )


def count_axes(n: int) -> str:
    """Say how many axes, in words."""
    return "1 axis" if n == 1 else f"{n} axes"
