"""Look values up by the likeness of their keys to a query."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.conventions import to_torch_sdpa
from attnbook.functional.precision import widen
from attnbook.functional.scores import scaled_dot_scores
from attnbook.functional.softmax import softmax


def scaled_dot_product_attention(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    *,
    mask: Bool[Tensor, "..."] | None = None,
    scale: float | int | None = None,
    return_weights: bool = False,
) -> (
    Float[Tensor, "... q d_v"]
    | tuple[Float[Tensor, "... q d_v"], Float[Tensor, "... q k"]]
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

        >>> q, k = torch.tensor([[3.0]]).log(), torch.tensor([[0.0], [1.0]])
        >>> v = torch.tensor([[0.0, 8.0], [4.0, 0.0]])
        >>> scaled_dot_product_attention(q, k, v).round(decimals=6).tolist()
        [[3.0, 2.0]]

    Chapter: 3-formulas/attention-step-by-step.

    Source: Vaswani et al. 2017, section 3.2.1.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    shapes.check_scale(scale)
    shapes.check_mask(mask, shapes.scores_shape(q, k))
    if not return_weights:
        return _fused_attention(q, k, v, mask=mask, scale=scale)
    scores = scaled_dot_scores(widen(q), widen(k), scale=scale)  # (..., q, k)
    weights = softmax(scores, mask=mask)  # (..., q, k)
    context = weights @ widen(v)  # (..., q, d_v)
    return context.to(v.dtype), weights.to(q.dtype)


def _fused_attention(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    *,
    mask: Bool[Tensor, "..."] | None,
    scale: float | int | None,
) -> Float[Tensor, "... q d_v"]:
    """Call torch's fused function, which never holds the weights.

    What it does with a query that may attend to nothing has differed between versions.
    So such a query may attend to everything there, and its context is set to 0 here.
    """
    attend = torch.nn.functional.scaled_dot_product_attention
    if mask is None:
        return attend(q, k, v, scale=scale)
    nothing = ~mask.any(-1, keepdim=True)  # (..., q, 1)
    context = attend(q, k, v, attn_mask=to_torch_sdpa(mask | nothing), scale=scale)
    return context.masked_fill(nothing, 0.0)  # (..., q, d_v)
