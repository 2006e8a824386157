"""Say which keys a query may attend to: booleans, True = may attend."""

from collections.abc import Sequence
from functools import reduce

import torch
from jaxtyping import Bool, Integer
from torch import Tensor

from attnbook import shapes


def causal_mask(
    n_queries: int,
    n_keys: int | None = None,
    *,
    device: torch.device | str | None = None,
) -> Bool[Tensor, "q k"]:
    r"""Let each query attend to its own position and earlier ones only.

    .. math::  M_{ij} = (j \le i + n_k - n_q)

    Args:
        n_queries: Number of queries :math:`n_q`.
        n_keys: Number of keys :math:`n_k`; ``None`` means as many as queries.
        device: Where the mask is to live; ``None`` is torch's default.

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If a number is not a whole number, 0 or more.

    Note:
        With more keys than queries the queries are the last positions, as when text is
        generated with earlier keys kept. (``is_causal`` of torch counts both from the
        start; ``torch.nn.attention.bias.causal_lower_right`` is this mask.)

    Example:
        >>> causal_mask(3).int().tolist()
        [[1, 0, 0], [1, 1, 0], [1, 1, 1]]
        >>> causal_mask(1, 3).int().tolist()
        [[1, 1, 1]]

    Chapter: 2-concepts/masks.

    Source: Vaswani et al. 2017, section 3.2.3.
    """
    query, key = _positions(n_queries, n_keys, device)
    return key <= query  # (q, k)


def padding_mask(
    lengths: Integer[Tensor, "b"] | Sequence[int], n_keys: int
) -> Bool[Tensor, "b 1 k"]:
    r"""Let every query attend to the keys before the padding.

    .. math::  M_{b1j} = (j < \text{length}_b)

    Args:
        lengths: How many keys of each sequence are real; the rest is padding.
        n_keys: Number of keys, padding included.

    Returns:
        The mask, True = may attend, the same for every query. Scores with heads,
        (b, h, q, k), need ``mask[:, None]``.

    Raises:
        ValueError: If the lengths are not whole numbers from 0 to ``n_keys``.

    Example:
        >>> padding_mask([1, 3], 3).int().tolist()
        [[[1, 0, 0]], [[1, 1, 1]]]

    Chapter: 2-concepts/masks.
    """
    lengths = torch.as_tensor(lengths)
    shapes.check_lengths(lengths, n_keys)
    return (
        torch.arange(n_keys, device=lengths.device) < lengths[:, None, None]
    )  # (b, 1, k)


def sliding_window_mask(
    n_queries: int,
    n_keys: int | None = None,
    *,
    window: int,
    device: torch.device | str | None = None,
) -> Bool[Tensor, "q k"]:
    r"""Let each query attend to the keys near its own position.

    .. math::  M_{ij} = (|j - (i + n_k - n_q)| < \text{window})

    Args:
        n_queries: Number of queries :math:`n_q`.
        n_keys: Number of keys :math:`n_k`; ``None`` means as many as queries. With more
            keys the queries are the last positions.
        window: How many positions a query sees to each side, its own included: 1 is
            itself alone. With ``causal_mask`` this is the number of keys in sight.
        device: Where the mask is to live; ``None`` is torch's default.

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If a number is not a whole number, or the window is below 1.

    Example:
        >>> sliding_window_mask(4, window=2).int().tolist()
        [[1, 1, 0, 0], [1, 1, 1, 0], [0, 1, 1, 1], [0, 0, 1, 1]]

    Chapter: 2-concepts/masks.

    Source: Beltagy et al. 2020, section 3.1 (there a window counts both sides).
    """
    shapes.check_count("window", window, at_least=1)
    query, key = _positions(n_queries, n_keys, device)
    return (key - query).abs() < window  # (q, k)


def combine_masks(
    *masks: Bool[Tensor, "..."] | None,
) -> Bool[Tensor, "..."] | None:
    r"""Let a query attend where every mask lets it.

    .. math::  M = M_1 \wedge M_2 \wedge \dots

    Args:
        *masks: Masks that broadcast to one another; ``None`` forbids nothing.

    Returns:
        The mask, True = may attend; ``None`` if all are ``None``.

    Raises:
        ValueError: If a mask is not boolean or they do not broadcast.

    Example:
        The second of two sequences has one key of padding.

        >>> mask = combine_masks(causal_mask(2), None, padding_mask([2, 1], 2))
        >>> mask.int().tolist()
        [[[1, 0], [1, 1]], [[1, 0], [1, 0]]]

    Chapter: 2-concepts/masks.
    """
    given = [mask for mask in masks if mask is not None]
    shapes.check_masks(*given)
    return reduce(torch.logical_and, given).clone() if given else None


def _positions(
    n_queries: int, n_keys: int | None, device: torch.device | str | None
) -> tuple[Integer[Tensor, "q 1"], Integer[Tensor, "k"]]:
    """Number queries and keys; the last query stands at the last key."""
    n_keys = n_queries if n_keys is None else n_keys
    shapes.check_count("n_queries", n_queries)
    shapes.check_count("n_keys", n_keys)
    position = torch.arange(n_queries, device=device) + n_keys - n_queries  # (q,)
    return position[:, None], torch.arange(n_keys, device=device)  # (q, 1), (k,)
