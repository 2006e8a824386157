"""Share the features of each token out among heads, and join them again."""

import numpy as np
from jaxtyping import Shaped

from attnbook.shapes.heads import check_merge_heads, check_split_heads


def split_heads(
    x: Shaped[np.ndarray, "*batch length d_model"], n_heads: int
) -> Shaped[np.ndarray, "*batch n_heads length d_head"]:
    r"""Give each head its own part of the features of every token.

    .. math::  H_{hic} = X_{i,\, h d_{\mathrm{head}} + c}, \qquad
        d_{\mathrm{head}} = d_{\mathrm{model}} / n_{\mathrm{heads}}

    Two steps: cut the features, then swap two axes. Reshaping to (n_heads, length,
    d_head) at once gives the same shape and other numbers.

    Args:
        x: Tokens :math:`X`, (..., length, d_model).
        n_heads: Into how many heads to split; ``d_model`` is a multiple of it.

    Returns:
        The part of each head, (..., n_heads, length, d_head).

    Raises:
        ValueError: If ``x`` has fewer than two axes, ``n_heads`` is no whole number
            above 0, or ``d_model`` is no multiple of it.

    Note:
        Nothing is copied: the result is a view of ``x``.

    Example:
        Two tokens with four features each. The first head gets features 1 and 2 of
        both tokens.

        >>> x = np.array([[11, 12, 13, 14], [21, 22, 23, 24]])
        >>> split_heads(x, 2).tolist()
        [[[11, 12], [21, 22]], [[13, 14], [23, 24]]]
        >>> x.reshape(2, 2, 2).tolist()  # the same shape, but a head got a token
        [[[11, 12], [13, 14]], [[21, 22], [23, 24]]]

    Chapter: 3-formulas/multi-head-attention.

    Source: Vaswani et al. 2017, section 3.2.2.
    """
    check_split_heads(x, n_heads)
    *batch, length, d_model = x.shape
    parts = x.reshape(*batch, length, n_heads, d_model // n_heads)
    return np.swapaxes(parts, -3, -2)  # (..., n_heads, length, d_head)


def merge_heads(
    x: Shaped[np.ndarray, "*batch n_heads length d_head"],
) -> Shaped[np.ndarray, "*batch length d_model"]:
    r"""Join what the heads have of each token: the inverse of ``split_heads``.

    .. math::  X_{i,\, h d_{\mathrm{head}} + c} = H_{hic}

    The axes are swapped back first, so that all parts of a token stand side by side.

    Args:
        x: What each head has, (..., n_heads, length, d_head).

    Returns:
        Tokens, (..., length, n_heads · d_head).

    Raises:
        ValueError: If ``x`` has fewer than three axes.

    Example:
        >>> x = np.array([[[11, 12], [21, 22]], [[13, 14], [23, 24]]])
        >>> merge_heads(x).tolist()
        [[11, 12, 13, 14], [21, 22, 23, 24]]

    Chapter: 3-formulas/multi-head-attention.

    Source: Vaswani et al. 2017, section 3.2.2.
    """
    check_merge_heads(x)
    *batch, n_heads, length, d_head = x.shape
    parts = np.swapaxes(x, -3, -2)  # (..., length, n_heads, d_head)
    return parts.reshape(*batch, length, n_heads * d_head)  # (..., length, d_model)
