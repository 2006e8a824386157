"""Look values up by the likeness of their keys to a query."""

import numpy as np
from jaxtyping import Bool, Float

from attnbook import shapes
from attnbook.reference.precision import widen
from attnbook.reference.scores import scaled_dot_scores
from attnbook.reference.softmax import softmax


def scaled_dot_product_attention(
    q: Float[np.ndarray, "*#batch q d_k"],
    k: Float[np.ndarray, "*#batch k d_k"],
    v: Float[np.ndarray, "*#batch k d_v"],
    *,
    mask: Bool[np.ndarray, "..."] | None = None,
    scale: float | int | None = None,
    return_weights: bool = False,
) -> (
    Float[np.ndarray, "... q d_v"]
    | tuple[Float[np.ndarray, "... q d_v"], Float[np.ndarray, "... q k"]]
):
    r"""Mix the values, each in proportion to how well its key matches the query.

    .. math::  C = \operatorname{softmax}\!\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V

    Args:
        q: Queries :math:`Q`: what is looked for.
        k: Keys :math:`K`: what each item offers to be found by.
        v: Values :math:`V`: what is brought back.
        mask: True = may attend; broadcasts to the scores, (..., q, k).
        scale: What the dot products are multiplied by; ``None`` is
            :math:`1 / \sqrt{d_k}`.
        return_weights: Whether to return the weights too.

    Returns:
        The context :math:`C`, a mixture of values for each query; with
        ``return_weights`` the pair of context and weights.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, the scale is
            not finite, or the mask is not boolean or does not broadcast.

    Note:
        A query that may attend to nothing gets zero weights and a zero context.
        Computed in at least float32, also between the steps. Masked keys and values
        must be finite: zero times NaN is NaN.

    Example:
        The query matches the second key by log 3 more: three quarters of its value.

        >>> q, k = np.array([[np.log(3)]]), np.array([[0.0], [1.0]])
        >>> v = np.array([[0.0, 8.0], [4.0, 0.0]])
        >>> scaled_dot_product_attention(q, k, v).round(6).tolist()
        [[3.0, 2.0]]

    Chapter: 3-formulas/attention-step-by-step.

    Source: Vaswani et al. 2017, section 3.2.1.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    scores = scaled_dot_scores(widen(q), widen(k), scale=scale)  # (..., q, k)
    weights = softmax(scores, mask=mask)  # (..., q, k)
    context = (weights @ widen(v)).astype(v.dtype)  # (..., q, d_v)
    return (context, weights.astype(q.dtype)) if return_weights else context
