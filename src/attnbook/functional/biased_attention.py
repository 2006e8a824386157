"""Attend by what keys say and by where they stand."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.precision import widen
from attnbook.functional.scores import scaled_dot_scores
from attnbook.functional.softmax import softmax
from attnbook.shapes.positions import check_score_bias


def biased_attention(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    score_bias: Float[Tensor, "..."],
    *,
    mask: Bool[Tensor, "..."] | None = None,
    scale: float | int | None = None,
    return_weights: bool = False,
) -> (
    Float[Tensor, "... q d_v"]
    | tuple[Float[Tensor, "... q d_v"], Float[Tensor, "... q k"]]
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

        >>> import torch
        >>> q, k = torch.zeros(1, 1), torch.zeros(2, 1)
        >>> v, bias = torch.tensor([[0.0, 8.0], [4.0, 0.0]]), torch.tensor([1.0, 3.0])
        >>> biased_attention(q, k, v, bias.log()).round(decimals=6).tolist()
        [[3.0, 2.0]]

    Chapter: 3-formulas/positions.

    Source: Shaw et al. 2018, section 3 (a bias that depends on the query too); Raffel
    et al. 2020, section 2.1; Press et al. 2022, section 3.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    check_score_bias(score_bias, shapes.scores_shape(q, k))
    shapes.check_scale(scale)
    shapes.check_mask(mask, shapes.scores_shape(q, k))
    if not return_weights:
        return _fused_attention(q, k, v, score_bias, mask=mask, scale=scale)
    scores = scaled_dot_scores(widen(q), widen(k), scale=scale)  # (..., q, k)
    scores = scores + score_bias.to(scores.dtype)  # (..., q, k)
    weights = softmax(scores, mask=mask)  # (..., q, k)
    context = weights @ widen(v)  # (..., q, d_v)
    return context.to(v.dtype), weights.to(q.dtype)


def _fused_attention(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    score_bias: Float[Tensor, "..."],
    *,
    mask: Bool[Tensor, "..."] | None,
    scale: float | int | None,
) -> Float[Tensor, "... q d_v"]:
    """Call torch's fused function, which takes a bias and a mask as one."""
    attend = torch.nn.functional.scaled_dot_product_attention
    score_bias = score_bias.to(q.dtype)
    if mask is None:
        return attend(q, k, v, attn_mask=score_bias, scale=scale)
    nothing = ~mask.any(-1, keepdim=True)  # (..., q, 1): may attend to all, then gets 0
    score_bias = torch.where(mask | nothing, score_bias, -torch.inf)  # (..., q, k)
    context = attend(q, k, v, attn_mask=score_bias, scale=scale)
    return context.masked_fill(nothing, 0.0)  # (..., q, d_v)
