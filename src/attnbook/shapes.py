"""Check shapes, dtypes and values at the public edge, and say what is wrong in words.

Every message names the argument, says what came and what was needed, in the names of
the axes (``b`` batch, ``h`` heads, ``q`` queries, ``k`` keys, ``d_...`` features), and
ends with the likeliest mistake. The checks look at ``shape`` and ``dtype`` alone, so
the same ones serve NumPy arrays and torch tensors.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from numbers import Integral, Real
from typing import Any

Shape = tuple[int, ...]
Spec = tuple[tuple[str, tuple[str, ...]], ...]

FLOATS = ("float16", "bfloat16", "float32", "float64")
FORBIDDEN = -1e4  # an additive mask means "may not" from here down
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
            raise ValueError(_empty(name, axis, shape))
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
        f"{name} has {_count(len(shape), 'axis')}, shape {shape}: it needs "
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


def check_floats(**arrays: Any) -> None:
    """Check that named arrays hold floats, all of one dtype.

    Raises:
        ValueError: If one does not.
    """
    kinds = {name: _dtype(name, array) for name, array in arrays.items()}
    for name, kind in kinds.items():
        if kind not in FLOATS:
            raise ValueError(
                f"{name} has dtype {kind} and must be one of {', '.join(FLOATS)}: "
                "are these token ids or counts? Embed them, or convert them to floats"
            )
    first, expected = next(iter(kinds.items()))
    for name, kind in kinds.items():
        if kind != expected:
            raise ValueError(
                f"{name} has dtype {kind} and {first} has {expected}: "
                "convert one to the other's"
            )


def check_softmax(
    scores: Any, *, axis: int, temperature: float, mask: Any = None
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
            f"axis is {axis!r} and scores has {_count(len(shape), 'axis')}, "
            f"shape {shape}: give the axis of the keys, usually -1"
        )
    if shape[axis] == 0:
        raise ValueError(_empty("scores", str(axis), shape))
    check_temperature(temperature)
    check_mask(mask, shape)


def check_mask(mask: Any, shape: Shape) -> None:
    """Check that a mask is boolean and broadcasts to scores of a shape.

    Raises:
        ValueError: If it does not. The message names the likeliest mistake.
    """
    if mask is None:
        return
    check_boolean("mask", mask)
    came = tuple(mask.shape)
    try:
        fits = broadcast_shapes(came, shape) == shape
    except ValueError:
        fits = False
    if not fits:
        raise ValueError(
            f"mask has shape {came} and must broadcast to the scores, "
            f"(..., q, k) = {shape}{_mask_hint(came, shape)}"
        )


def _mask_hint(came: Shape, shape: Shape) -> str:
    if came[-2:] == shape[-2:][::-1]:
        return ": are its queries and keys swapped?"
    if len(came) == 3 and len(shape) == 4:
        return ": it lacks the axis of the heads, which mask[:, None] adds"
    return ""


def check_boolean(name: str, mask: Any) -> None:
    """Check that a mask is boolean.

    Raises:
        ValueError: If it is not. The message says how to convert it.
    """
    kind = _dtype(name, mask)
    if kind != "bool":
        raise ValueError(
            f"{name} has dtype {kind} and must be boolean, True = may attend: "
            "is it an additive mask (0 and -inf)? Use from_additive(mask). "
            "Is it 0 and 1? Use mask == 1"
        )


def check_masks(*masks: Any) -> None:
    """Check that masks are boolean and broadcast to one another.

    Raises:
        ValueError: If they are not, or do not.
    """
    for mask in masks:
        check_boolean("mask", mask)
    came = [tuple(mask.shape) for mask in masks]
    try:
        broadcast_shapes(*came)
    except ValueError:
        raise ValueError(
            f"masks have shapes {' and '.join(map(str, came))}, and must broadcast: "
            "each must fit the scores, (..., q, k)"
        ) from None


def check_mha_mask(mask: Any, n_heads: Any) -> None:
    """Check a mask of this book that torch's MultiheadAttention is to get.

    Raises:
        ValueError: If it is not boolean or has other axes than the module takes.
    """
    check_boolean("mask", mask)
    check_count("n_heads", n_heads, at_least=1)
    if len(mask.shape) not in (2, 3, 4):
        raise ValueError(
            f"mask has shape {tuple(mask.shape)} and must be (q, k), (b, q, k) or "
            "(b, h, q, k): is it a padding mask? Use to_key_padding"
        )


def check_from_mha_mask(attn_mask: Any, n_heads: Any) -> None:
    """Check a mask that torch's MultiheadAttention would take.

    Raises:
        ValueError: If it is not boolean, or neither (q, k) nor (b·h, q, k).
    """
    check_boolean("attn_mask", attn_mask)
    check_count("n_heads", n_heads, at_least=1)
    shape = tuple(attn_mask.shape)
    if len(shape) not in (2, 3) or (len(shape) == 3 and shape[0] % n_heads):
        raise ValueError(
            f"attn_mask has shape {shape} and must be (q, k) or (b·h, q, k) "
            f"with h = {n_heads}"
        )


def check_one_row(mask: Any) -> None:
    """Check that a mask is boolean and has one row for all queries.

    Raises:
        ValueError: If it has not.
    """
    check_boolean("mask", mask)
    shape = tuple(mask.shape)
    if len(shape) < 2 or shape[-2] != 1:
        raise ValueError(
            f"mask has shape {shape} and must be (..., 1, k), one row for all queries: "
            "a mask that differs between queries goes through to_torch_mha"
        )


def check_has_axis(name: str, mask: Any) -> None:
    """Check that a mask is boolean and has an axis of keys.

    Raises:
        ValueError: If it has not.
    """
    check_boolean(name, mask)
    if not mask.shape:
        raise ValueError(f"{name} has no axes and must be (b, k)")


def check_no_bias(other: Sequence[float]) -> None:
    """Check the numbers of an additive mask that are neither 0 nor very negative.

    Raises:
        ValueError: If there are any.
    """
    if other:
        raise ValueError(
            f"score_bias holds {other[0]:g}, neither 0 nor {FORBIDDEN:g} or below: "
            "is it a 0 and 1 mask (use score_bias == 1), or a bias such as ALiBi's "
            "(add it to the scores)?"
        )


def check_lengths(lengths: Any, n_keys: Any) -> None:
    """Check the lengths of padded sequences.

    Raises:
        ValueError: If they are not one axis of whole numbers from 0 to ``n_keys``.
    """
    check_count("n_keys", n_keys)
    if len(lengths.shape) != 1 or "int" not in _dtype("lengths", lengths):
        raise ValueError(
            f"lengths has shape {tuple(lengths.shape)} and dtype "
            f"{_dtype('lengths', lengths)} and must be whole numbers on one axis, (b)"
        )
    wrong = [length for length in lengths.tolist() if not 0 <= length <= n_keys]
    if wrong:
        raise ValueError(
            f"lengths holds {wrong[0]} and n_keys is {n_keys}: "
            "a length lies between 0 and n_keys"
        )


def check_temperature(temperature: Any) -> None:
    """Check that a temperature is a positive number that a float32 can divide by.

    Raises:
        ValueError: If it is not.
    """
    check_finite("temperature", temperature)
    if not 1e-30 <= temperature <= 1e30:
        raise ValueError(
            f"temperature is {temperature} and must lie between 1e-30 and 1e30: "
            "scores are divided by it"
        )


def check_scale(scale: Any) -> None:
    """Check that a scale is ``None`` or a finite number.

    Raises:
        ValueError: If it is neither.
    """
    if scale is not None:
        check_finite("scale", scale)


def check_base(base: Any) -> None:
    """Check the base of a logarithm.

    Raises:
        ValueError: If it is not a number above 1.
    """
    check_finite("base", base)
    if base <= 1:
        raise ValueError(
            f"base is {base} and must be above 1: 2 gives bits, e gives nats"
        )


def check_finite(name: str, value: Any) -> None:
    """Check that a value is a finite number.

    Raises:
        ValueError: If it is not.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ValueError(f"{name} is a {type(value).__name__} and must be a number")
    if not math.isfinite(value):
        raise ValueError(f"{name} is {value} and must be finite")


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


def check_count(name: str, value: Any, *, at_least: int = 0) -> None:
    """Check that a value is a whole number, not too small.

    Raises:
        ValueError: If it is not.
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or value < at_least:
        raise ValueError(
            f"{name} is {value!r} and must be a whole number, at least {at_least}"
        )


def _dtype(name: str, array: Any) -> str:
    if not hasattr(array, "shape") or not hasattr(array, "dtype"):
        raise ValueError(
            f"{name} is a {type(array).__name__} and must be an array: "
            "wrap it in np.array(...) or torch.tensor(...)"
        )
    return getattr(array.dtype, "name", str(array.dtype)).removeprefix("torch.")


def _unit(axis: str) -> str:
    return "features" if axis.startswith("d_") else "positions"


def _empty(name: str, axis: str, shape: Shape) -> str:
    return (
        f"{name} has shape {shape}, with nothing on axis {axis}: "
        "attention needs at least one"
    )


def _count(n: int, axis: str) -> str:
    return f"{n} {axis}" if n == 1 else f"{n} axes"
