"""Attend by what keys say and by where they stand."""

import numpy as np
from jaxtyping import Bool, Float

from attnbook import shapes
from attnbook.reference.precision import widen
from attnbook.reference.scores import scaled_dot_scores
from attnbook.reference.softmax import softmax
from attnbook.shapes.positions import check_score_bias


def biased_attention(
    q: Float[np.ndarray, "*#batch q d_k"],
    k: Float[np.ndarray, "*#batch k d_k"],
    v: Float[np.ndarray, "*#batch k d_v"],
    score_bias: Float[np.ndarray, "..."],
    *,
    mask: Bool[np.ndarray, "..."] | None = None,
    scale: float | int | None = None,
    return_weights: bool = False,
) -> (
    Float[np.ndarray, "... q d_v"]
    | tuple[Float[np.ndarray, "... q d_v"], Float[np.ndarray, "... q k"]]
):
    r"""Attend by what keys say and by where they stand: scores plus a bias.

    .. math::
        C = \operatorname{softmax}\!\left(\frac{Q K^\top}{\sqrt{d_k}} + B\right) V

    The weights are those of attention without the bias, each times
    :math:`\exp B_{ij}`, divided by their sum.

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`.
        v: Values :math:`V`.
        score_bias: :math:`B`, finite; broadcasts to the scores, (..., q, k). It is
            added after the scale. A bias of −1 takes a key about 63 % of its odds.
        mask: True = may attend; broadcasts to the scores.
        scale: What the dot products are multiplied by; ``None`` is
            :math:`1 / \sqrt{d_k}`.
        return_weights: Whether to return the weights too.

    Returns:
        The context :math:`C`; with ``return_weights`` the pair of context and weights.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, the scale is
            not finite, or the bias or the mask does not broadcast.

    Note:
        A query that may attend to nothing gets zero weights and a zero context.
        Computed in at least float32.

    Example:
        Equal keys; the bias gives the second three times the odds of the first.

        >>> q, k = np.zeros((1, 1)), np.zeros((2, 1))
        >>> v, bias = np.array([[0.0, 8.0], [4.0, 0.0]]), np.log([[1.0, 3.0]])
        >>> biased_attention(q, k, v, bias).round(6).tolist()
        [[3.0, 2.0]]

    Chapter: 3-formulas/positions.

    Source: Shaw et al. 2018, section 3 (a bias that depends on the query too); Raffel
    et al. 2020, section 2.1; Press et al. 2022, section 3.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    check_score_bias(score_bias, shapes.scores_shape(q, k))
    scores = scaled_dot_scores(widen(q), widen(k), scale=scale)  # (..., q, k)
    scores = scores + score_bias.astype(scores.dtype)  # (..., q, k)
    weights = softmax(scores, mask=mask)  # (..., q, k)
    context = (weights @ widen(v)).astype(v.dtype)  # (..., q, d_v)
    return (context, weights.astype(q.dtype)) if return_weights else context
