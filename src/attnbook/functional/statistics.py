"""Say in one number what a row of weights is like."""

import math

import torch
from jaxtyping import Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.precision import widen

# Half precision rounds each weight by up to 0.4 %; scores miss 1 by far more.
ROW_SUM_TOLERANCE = 0.01


def attention_entropy(
    weights: Float[Tensor, "*rows k"], *, base: float | int = math.e
) -> Float[Tensor, "*rows"]:
    r"""Measure how widely each query spreads its attention.

    .. math::  H_i = -\sum_j A_{ij} \log A_{ij}, \qquad 0 \log 0 := 0

    From 0, all attention on one key, to :math:`\log n` for equal weights on n keys.

    Args:
        weights: Attention weights :math:`A`; each row over ``k`` sums to 1.
        base: Of the logarithm: ``math.e`` gives nats, ``2`` gives bits.

    Returns:
        The entropy of each query, 0 or more, in the dtype of the weights.

    Raises:
        ValueError: If a weight is negative or NaN, a row does not sum to 1 (within
            0.01), or the base is not above 1.

    Note:
        A row of zeros, a query with nothing to attend to, has entropy 0. Computed in
        at least float32.

    Example:
        >>> attention_entropy(torch.full((1, 4), 0.25), base=2).tolist()
        [2.0]

    Chapter: 2-concepts/scores-and-temperature.

    Source: Shannon 1948, section 6.
    """
    shapes.check("weights: ... k", weights)
    shapes.check_base(base)
    wide = widen(weights)
    _check_rows(wide.detach())
    logs = torch.where(wide > 0, wide, 1.0).log()  # (..., k); 0 log 0 := 0
    entropy = 0 - (wide * logs).sum(-1) / math.log(base)  # (...); 0 - 0 is not -0
    return entropy.clamp(min=0).to(weights.dtype)


def _check_rows(weights: Float[Tensor, "*rows k"]) -> None:
    """Raise unless all weights are 0 or more and each row sums to 1, or to 0."""
    total = weights.sum(-1)  # (...)
    is_one = (total - 1).abs() <= ROW_SUM_TOLERANCE
    shapes.check_rows(
        negative=bool((weights < 0).any()),
        wrong_sums=total[~(is_one | (total == 0))].tolist(),
    )
