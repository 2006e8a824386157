"""Translate masks between this book, where True = may attend, and the libraries.

Each converter gives a new array and is tested by running the library it is named after.
"""

import numpy as np
from jaxtyping import Bool, Float
from numpy.typing import DTypeLike

from attnbook import shapes


def to_additive(
    mask: Bool[np.ndarray, "*shape"], *, dtype: DTypeLike = np.float32
) -> Float[np.ndarray, "*shape"]:
    r"""Write a mask as numbers to add to the scores.

    .. math::  B_{ij} = 0 \text{ where } M_{ij}, \quad -\infty \text{ elsewhere}

    Args:
        mask: True = may attend.
        dtype: A float dtype, that of the scores.

    Returns:
        0 where a query may attend, ``-inf`` where not.

    Raises:
        ValueError: If the mask is not boolean or the dtype no float.

    Note:
        A row of ``-inf`` alone makes a plain softmax NaN; this book's gives zeros.

    Example:
        >>> to_additive(np.array([True, False])).tolist()
        [0.0, -inf]

    Chapter: book/notation.
    """
    shapes.check_boolean("mask", mask)
    zeros = np.zeros(mask.shape, dtype)
    shapes.check_floats(score_bias=zeros)
    return np.where(mask, zeros, -np.inf)


def from_additive(
    score_bias: Float[np.ndarray, "*shape"],
) -> Bool[np.ndarray, "*shape"]:
    """Read a mask that was written as numbers to add to the scores.

    Args:
        score_bias: 0 where a query may attend; where not, ``-inf`` or a large negative
            number, -10,000 or below, as hand-written models have it.

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If it is not of floats, or holds any other number: then it shifts
            scores rather than forbids, and no mask says the same.

    Example:
        >>> from_additive(np.array([0.0, -1e9, -np.inf])).tolist()
        [True, False, False]

    Chapter: book/notation.
    """
    shapes.check_floats(score_bias=score_bias)
    other = score_bias[(score_bias != 0) & ~(score_bias <= shapes.FORBIDDEN)]
    shapes.check_no_bias(other.tolist())
    return score_bias == 0


def to_torch_sdpa(mask: Bool[np.ndarray, "..."]) -> Bool[np.ndarray, "..."]:
    """Give the ``attn_mask`` of ``torch.nn.functional.scaled_dot_product_attention``.

    It means the same there, True = may attend, but needs at least two axes: with one,
    (k,), torch stops with an ``IndexError``.

    Args:
        mask: True = may attend; broadcasts to (..., q, k).

    Returns:
        The same booleans, with at least two axes.

    Raises:
        ValueError: If the mask is not boolean.

    Example:
        >>> to_torch_sdpa(np.array([True, False])).tolist()
        [[True, False]]

    Chapter: book/notation.
    """
    shapes.check_boolean("mask", mask)
    return np.atleast_2d(mask).copy()


def from_torch_sdpa(
    attn_mask: Bool[np.ndarray, "*shape"],
) -> Bool[np.ndarray, "*shape"]:
    """Read a boolean ``attn_mask`` of torch's functional attention, unchanged.

    Args:
        attn_mask: True = may attend. (A float mask is read by ``from_additive``.)

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If it is not boolean.

    Example:
        >>> from_torch_sdpa(np.array([[True, False]])).tolist()
        [[True, False]]

    Chapter: book/notation.
    """
    shapes.check_boolean("attn_mask", attn_mask)
    return attn_mask.copy()


def to_torch_mha(
    mask: Bool[np.ndarray, "..."], *, n_heads: int = 1
) -> Bool[np.ndarray, "..."]:
    """Give the ``attn_mask`` of ``torch.nn.MultiheadAttention``: True = may NOT.

    Args:
        mask: True = may attend; (q, k), (b, q, k), or (b, h, q, k).
        n_heads: How often to repeat a mask (b, q, k), once for each head.

    Returns:
        The inverted mask, (q, k) or (b·h, q, k).

    Raises:
        ValueError: If the mask is not boolean or has other axes. torch does not
            broadcast it; a padding mask goes through ``to_key_padding``.

    Note:
        A query that may attend to nothing gets NaN from torch's module.

    Example:
        >>> to_torch_mha(np.array([[True, False], [True, True]])).tolist()
        [[False, True], [False, False]]

    Chapter: book/notation.
    """
    shapes.check_mha_mask(mask, n_heads)
    if mask.ndim == 3:
        mask = np.repeat(mask, n_heads, axis=0)  # (b·h, q, k)
    return ~mask.reshape(-1, *mask.shape[-2:]) if mask.ndim > 2 else ~mask


def from_torch_mha(
    attn_mask: Bool[np.ndarray, "..."], *, n_heads: int = 1
) -> Bool[np.ndarray, "..."]:
    """Read a boolean ``attn_mask`` of ``torch.nn.MultiheadAttention``: True = may NOT.

    Args:
        attn_mask: (q, k) or (b·h, q, k). (A float mask is read by ``from_additive``.)
        n_heads: The heads of the module; with more than one, (b·h, q, k) becomes
            (b, h, q, k).

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If it is not boolean, has other axes, or its first axis is no
            multiple of ``n_heads``.

    Example:
        >>> from_torch_mha(np.array([[False, True], [False, False]])).tolist()
        [[True, False], [True, True]]

    Chapter: book/notation.
    """
    shapes.check_from_mha_mask(attn_mask, n_heads)
    if attn_mask.ndim == 2 or n_heads == 1:
        return ~attn_mask
    return ~attn_mask.reshape(-1, n_heads, *attn_mask.shape[1:])  # (b, h, q, k)


def to_key_padding(mask: Bool[np.ndarray, "... 1 k"]) -> Bool[np.ndarray, "... k"]:
    """Give the ``key_padding_mask`` of ``torch.nn.MultiheadAttention``: True = ignore.

    Args:
        mask: True = may attend, one row for all queries, as ``padding_mask`` makes it.

    Returns:
        The inverted mask, without the axis of the queries.

    Raises:
        ValueError: If the mask is not boolean, or has not one row for all queries.

    Example:
        >>> to_key_padding(np.array([[[True, False]], [[True, True]]])).tolist()
        [[False, True], [False, False]]

    Chapter: book/notation.
    """
    shapes.check_one_row(mask)
    return ~mask[..., 0, :]  # (b, k)


def from_key_padding(
    key_padding_mask: Bool[np.ndarray, "*batch k"],
) -> Bool[np.ndarray, "*batch 1 k"]:
    """Read the ``key_padding_mask`` of ``torch.nn.MultiheadAttention``: True = ignore.

    Args:
        key_padding_mask: (b, k), True = ignore this key.

    Returns:
        The mask, True = may attend, with an axis of length 1 for the queries.

    Raises:
        ValueError: If it is not boolean or has no axis.

    Example:
        >>> from_key_padding(np.array([[False, True], [False, False]])).tolist()
        [[[True, False]], [[True, True]]]

    Chapter: book/notation.
    """
    shapes.check_has_axis("key_padding_mask", key_padding_mask)
    return ~key_padding_mask[..., None, :]  # (b, 1, k)


def to_keras(mask: Bool[np.ndarray, "..."]) -> Bool[np.ndarray, "..."]:
    """Give the ``attention_mask`` of ``keras.layers.MultiHeadAttention``.

    It means the same there, True = may attend, but needs at least the two axes (q, k).

    Args:
        mask: True = may attend; broadcasts to (b, q, k), or to (b, h, q, k).

    Returns:
        The same booleans, with at least two axes.

    Raises:
        ValueError: If the mask is not boolean.

    Note:
        A query that may attend to nothing gets zeros from Keras 3.15 too.

    Example:
        >>> to_keras(np.array([True, False])).tolist()
        [[True, False]]

    Chapter: book/notation.
    """
    return to_torch_sdpa(mask)


def from_keras(
    attention_mask: Bool[np.ndarray, "*shape"],
) -> Bool[np.ndarray, "*shape"]:
    """Read a boolean ``attention_mask`` of Keras, unchanged.

    Args:
        attention_mask: True = may attend.

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If it is not boolean.

    Example:
        >>> from_keras(np.array([[True, False]])).tolist()
        [[True, False]]

    Chapter: book/notation.
    """
    shapes.check_boolean("attention_mask", attention_mask)
    return attention_mask.copy()
