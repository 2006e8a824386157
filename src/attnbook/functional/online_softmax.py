"""Compute softmax and attention block by block, in one pass over the keys."""

import math

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.precision import widen
from attnbook.functional.scores import scaled_dot_scores
from attnbook.shapes.numbers import check_count


def log_sum_exp(scores: Float[Tensor, "*rows k"]) -> Float[Tensor, "*rows"]:
    r"""Say in one score what a row of scores is worth together.

    .. math::  \operatorname{lse}(S_i) = \log \sum_j \exp S_{ij}
        = m_i + \log \sum_j \exp(S_{ij} - m_i), \qquad m_i = \max_j S_{ij}

    A soft maximum: at least the highest score, at most :math:`\log n` above it. Its
    slopes are the weights.

    Args:
        scores: Any real numbers :math:`S`. A score of ``-inf`` adds nothing.

    Returns:
        One score for each row, in the dtype of the scores.

    Raises:
        ValueError: If scores are not floats or have nothing along their last axis.

    Note:
        A row of ``-inf`` alone gives ``-inf``; a row with a NaN or ``+inf`` gives NaN.
        Computed in at least float32.

    Example:
        Two keys of score 1000 are together worth log 2 more than one of them.

        >>> f"{log_sum_exp(torch.tensor([1000.0, 1000.0])):.3f}"
        '1000.693'

    Chapter: 3-formulas/stability.

    Source: Blanchard et al. 2021, section 1.
    """
    shapes.check_softmax(scores, axis=-1, temperature=1.0)
    wide = widen(scores)
    highest = wide.amax(-1, keepdim=True).detach()  # (..., 1)
    total = _powers(wide, highest).sum(-1, keepdim=True)  # (..., 1)
    result = highest + total.masked_fill(total == 0, 1.0).log()
    return result[..., 0].to(scores.dtype)


def online_softmax(
    scores: Float[Tensor, "*rows k"], *, block_size: int = 1
) -> Float[Tensor, "*rows k"]:
    r"""Turn scores into weights, with highest score and sum from one pass.

    .. math::  m' = \max(m, \max_{j} S_j), \qquad
        \ell' = \ell\, e^{m - m'} + \sum_{j} e^{S_j - m'}

    for each block of scores in turn, from :math:`m = -\infty` and :math:`\ell = 0` on;
    then :math:`A_j = e^{S_j - m} / \ell`.

    Args:
        scores: Any real numbers :math:`S`. A score of ``-inf`` gets weight 0.
        block_size: How many keys are read at a time; the result is the same.

    Returns:
        The weights, in the dtype of the scores: those of `softmax`.

    Raises:
        ValueError: If scores are not floats or have nothing along their last axis, or
            the block size is not a whole number above 0.

    Note:
        A row of ``-inf`` alone gets zeros; a row with a NaN or ``+inf`` gets NaN.
        Computed in at least float32.

    Example:
        The second block brings a higher score, and the first sum is corrected.

        >>> scores = torch.tensor([1.0, 3.0, 4.0, 8.0]).log()
        >>> online_softmax(scores, block_size=2).round(decimals=6).tolist()
        [0.0625, 0.1875, 0.25, 0.5]

    Chapter: 3-formulas/stability.

    Source: Milakov and Gimelshein 2018, section 3.
    """
    shapes.check_softmax(scores, axis=-1, temperature=1.0)
    check_count("block_size", block_size, at_least=1)
    wide = widen(scores)
    highest = wide.new_full((*wide.shape[:-1], 1), -math.inf)  # (..., 1)
    total = torch.zeros_like(highest)  # (..., 1)
    for start in range(0, wide.shape[-1], block_size):
        block = wide[..., start : start + block_size]  # (..., block)
        highest, kept, powers = _raise(highest, block)
        total = total * kept + powers.sum(-1, keepdim=True)  # (..., 1)
    weights = _powers(wide, highest) / total.masked_fill(total == 0, 1.0)
    return weights.to(scores.dtype)


def tiled_attention(
    q: Float[Tensor, "*#batch q d_k"],
    k: Float[Tensor, "*#batch k d_k"],
    v: Float[Tensor, "*#batch k d_v"],
    *,
    block_size: int,
    mask: Bool[Tensor, "..."] | None = None,
    scale: float | int | None = None,
) -> Float[Tensor, "... q d_v"]:
    r"""Attend to a few keys at a time, and never hold a whole row of weights.

    .. math::  m' = \max(m, \max_j S_j), \qquad
        \ell' = \ell\, e^{m - m'} + \sum_j e^{S_j - m'}, \qquad
        o' = o\, e^{m - m'} + \sum_j e^{S_j - m'} v_j

    for each block of keys in turn; then the context is :math:`o / \ell`.

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`.
        v: Values :math:`V`.
        block_size: How many keys are read at a time; the result is the same.
        mask: True = may attend; broadcasts to the scores, (..., q, k).
        scale: What the dot products are multiplied by; ``None`` is
            :math:`1 / \sqrt{d_k}`.

    Returns:
        The context: that of `scaled_dot_product_attention`, exactly but for rounding.

    Raises:
        ValueError: If `scaled_dot_product_attention` would refuse the arguments, or the
            block size is not a whole number above 0.

    Note:
        A query that may attend to nothing gets a zero context. Computed in at least
        float32. It shows the formula; the gain in speed needs a program that keeps a
        tile close to the processor.

    Example:
        One key at a time, as good as both at once.

        >>> q, k = torch.tensor([[3.0]]).log(), torch.tensor([[0.0], [1.0]])
        >>> v = torch.tensor([[0.0, 8.0], [4.0, 0.0]])
        >>> tiled_attention(q, k, v, block_size=1).round(decimals=6).tolist()
        [[3.0, 2.0]]

    Chapter: 3-formulas/stability.

    Source: Rabe and Staats 2021, section 3; Dao et al. 2022, algorithm 1.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    shapes.check_mask(mask, shapes.scores_shape(q, k))
    check_count("block_size", block_size, at_least=1)
    query, key, value = widen(q), widen(k), widen(v)
    shape = shapes.scores_shape(q, k)
    hidden = None if mask is None else ~mask.expand(shape)  # (..., q, k)
    highest = query.new_full((*shape[:-1], 1), -math.inf)  # (..., q, 1)
    total, mixture = 0.0, 0.0
    for start in range(0, k.shape[-2], block_size):
        tile = slice(start, start + block_size)
        scores = scaled_dot_scores(query, key[..., tile, :], scale=scale)
        if hidden is not None:
            scores = scores.masked_fill(hidden[..., tile], -math.inf)
        highest, kept, powers = _raise(highest, scores)
        total = total * kept + powers.sum(-1, keepdim=True)  # (..., q, 1)
        mixture = mixture * kept + powers @ value[..., tile, :]  # (..., q, d_v)
    return (mixture / total.masked_fill(total == 0, 1.0)).to(v.dtype)


def _raise(
    highest: Float[Tensor, "... 1"], scores: Float[Tensor, "... k"]
) -> tuple[Float[Tensor, "... 1"], Float[Tensor, "... 1"], Float[Tensor, "... k"]]:
    """Give the new highest score, what old sums are worth now, and the new powers."""
    higher = torch.maximum(highest, scores.detach().amax(-1, keepdim=True))  # (..., 1)
    return higher, _powers(highest, higher), _powers(scores, higher)


def _powers(
    scores: Float[Tensor, "... k"], highest: Float[Tensor, "... 1"]
) -> Float[Tensor, "... k"]:
    """Give exp(score - highest), and 0 where there is nothing yet."""
    return (scores - highest.masked_fill(highest == -math.inf, 0.0)).exp()
