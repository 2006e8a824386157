"""Bring what the reader passes into NumPy, or say what does not fit."""

from collections.abc import Sequence

import numpy as np


def as_numbers(values: object, name: str, axes: tuple[str, ...]) -> np.ndarray:
    """Return floats with the named axes; torch tensors are detached first."""
    detach = getattr(values, "detach", None)
    if detach is not None:  # a torch tensor, maybe bfloat16, which NumPy lacks
        values = detach().cpu().double().numpy()
    array = np.asarray(values, dtype=float)
    if array.ndim != len(axes):
        raise ValueError(
            f"{name} must have the axes ({', '.join(axes)}) and came with shape "
            f"{array.shape}{_hint(array.ndim, axes)}"
        )
    if array.size == 0:
        raise ValueError(f"{name} is empty: its shape is {array.shape}")
    if np.isnan(array).any():
        raise ValueError(f"{name} contains NaN: look where it was computed")
    return array


def as_weights(values: object, axes: tuple[str, ...]) -> np.ndarray:
    """Return weights with the named axes, each from 0 to 1 up to rounding."""
    weights = as_numbers(values, "weights", axes)
    lowest, highest = weights.min(), weights.max()
    if lowest < -1e-6 or highest > 1 + 1e-6:
        raise ValueError(
            f"weights must lie between 0 and 1 and run from {lowest:.3g} to "
            f"{highest:.3g}. Did you pass scores instead of softmax(scores)?"
        )
    return weights


def _hint(ndim: int, axes: tuple[str, ...]) -> str:
    """Name the likeliest reason for a wrong number of axes."""
    if ndim > len(axes):
        first = "[0]" * (ndim - len(axes))
        return f": choose one batch entry and head first, such as weights{first}"
    return ": one query's row is drawn by plot_distribution" if len(axes) == 2 else ""


def as_mask(mask: object, shape: tuple[int, int]) -> np.ndarray:
    """Return a boolean (q, k) array, True = may attend; None lets all attend."""
    if mask is None:
        return np.ones(shape, dtype=bool)
    array = np.asarray(mask)
    if array.dtype != bool:
        raise ValueError(
            f"mask must be boolean, True = may attend, and came as {array.dtype}"
        )
    try:
        return np.broadcast_to(array, shape)
    except ValueError:
        raise ValueError(
            f"mask has shape {array.shape}, which does not broadcast to "
            f"(q, k) = {shape}"
        ) from None


def as_names(names: Sequence[object] | None, axis: str, n: int) -> list[str]:
    """Return one tick text per position; positions count from 0 when unnamed.

    A blank, which nobody would see, becomes an open box.
    """
    if names is None:
        return [str(i) for i in range(n)]
    if len(names) != n:
        raise ValueError(
            f"{len(names)} {axis} were named and the array has {n}: "
            "name each exactly once"
        )
    return ["␣" if str(name).isspace() else str(name) for name in names]
