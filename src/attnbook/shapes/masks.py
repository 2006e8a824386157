"""Check masks, in the book's own convention and in those of the libraries."""

from collections.abc import Sequence
from typing import Any

from attnbook.shapes.axes import Shape, broadcast_shapes
from attnbook.shapes.dtypes import check_boolean, dtype_name
from attnbook.shapes.numbers import check_count

FORBIDDEN = -1e4  # an additive mask means "may not" from here down


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
    kind, shape = dtype_name("lengths", lengths), tuple(lengths.shape)
    if len(shape) != 1 or "int" not in kind:
        raise ValueError(
            f"lengths has shape {shape} and dtype {kind}: it needs whole numbers on "
            "one axis, (b)"
        )
    wrong = [length for length in lengths.tolist() if not 0 <= length <= n_keys]
    if wrong:
        raise ValueError(
            f"lengths holds {wrong[0]} and n_keys is {n_keys}: "
            "a length lies between 0 and n_keys"
        )
