"""Turn scores into weights: positive numbers that sum to 1."""

import math

import torch
from jaxtyping import Bool, Float
from torch import Tensor

from attnbook import shapes
from attnbook.functional.precision import widen


def softmax(
    scores: Float[Tensor, "*shape"],
    *,
    axis: int = -1,
    temperature: float | int = 1.0,
    mask: Bool[Tensor, "..."] | None = None,
) -> Float[Tensor, "*shape"]:
    r"""Turn scores into weights that are positive and sum to 1 along an axis.

    .. math::  A_{ij} = \frac{\exp(S_{ij} / T)}{\sum_{j'} \exp(S_{ij'} / T)}

    Adding a constant to all scores changes nothing. So the highest score is subtracted
    first: then no exponential exceeds 1, and none overflows.

    Args:
        scores: Any real numbers :math:`S`. A score of ``-inf`` gets weight 0.
        axis: The axis along which the weights compete, usually that of the keys.
        temperature: :math:`T`, in points of score: a lead of :math:`T` is worth a
            factor of e. Near 0 the highest score takes all; a large one evens out.
        mask: True = may attend; broadcasts to the scores.

    Returns:
        The weights, in the dtype of the scores.

    Raises:
        ValueError: If scores are not floats, have nothing along ``axis``, the
            temperature is not finite and positive, or the mask is not boolean or does
            not broadcast to the scores.

    Note:
        A row with nothing to attend to (all masked, or all ``-inf``) gets zeros. A row
        with a NaN or ``+inf`` gets NaN: a fault upstream stays visible. Computed in at
        least float32.

    Example:
        Two keys, one leads by log 3 points: it gets three times the weight.

        >>> softmax(torch.tensor([math.log(3), 0.0])).round(decimals=6).tolist()
        [0.75, 0.25]
        >>> softmax(torch.ones((1, 3)), mask=torch.tensor([True, True, False])).tolist()
        [[0.5, 0.5, 0.0]]

    Chapter: 2-concepts/scores-and-temperature.

    Source: Bridle 1990 (the name, and the sum to 1); Hinton et al. 2015, section 2
    (temperature).
    """
    shapes.check_softmax(scores, axis=axis, temperature=temperature, mask=mask)
    wide = widen(scores)
    allowed = wide if mask is None else wide.masked_fill(~mask, -math.inf)  # (..., k)
    lead, nothing = _lead(allowed, axis, temperature)
    weights = torch.softmax(lead, axis).masked_fill(nothing, 0.0)
    return weights.to(scores.dtype)


def log_softmax(
    scores: Float[Tensor, "*shape"],
    *,
    axis: int = -1,
    temperature: float | int = 1.0,
) -> Float[Tensor, "*shape"]:
    r"""Give the logarithms of the weights, exact even where a weight rounds to 0.

    .. math::  \log A_{ij} = S_{ij} / T - \log \sum_{j'} \exp(S_{ij'} / T)

    Args:
        scores: Any real numbers :math:`S`. A score of ``-inf`` gets ``-inf``.
        axis: The axis along which the weights compete, usually that of the keys.
        temperature: :math:`T`, in points of score.

    Returns:
        Natural logarithms of the weights, 0 or less, in the dtype of the scores.

    Raises:
        ValueError: If scores are not floats, have nothing along ``axis``, or the
            temperature is not finite and positive.

    Note:
        A row of ``-inf`` alone stays so: these are the logarithms of zeros. Computed in
        at least float32.

    Example:
        The weight of the second key is exp(-1000): too small for a float, but its
        logarithm is not.

        >>> log_softmax(torch.tensor([1000.0, 0.0])).tolist()
        [0.0, -1000.0]
        >>> softmax(torch.tensor([1000.0, 0.0])).tolist()
        [1.0, 0.0]

    Chapter: 2-concepts/scores-and-temperature.

    Source: Blanchard et al. 2021, section 1 (the shifted log-sum-exp).
    """
    shapes.check_softmax(scores, axis=axis, temperature=temperature)
    lead, nothing = _lead(widen(scores), axis, temperature)
    log_weights = torch.log_softmax(lead, axis).masked_fill(nothing, -math.inf)
    return log_weights.to(scores.dtype)


def _lead(
    scores: Float[Tensor, "*shape"], axis: int, temperature: float | int
) -> tuple[Float[Tensor, "*shape"], Bool[Tensor, "..."]]:
    """Say by how many temperatures each score leads the highest: 0 or less.

    Where nothing may be attended to, the lead is set to 0, so that the gradient passes
    no NaN, and the second result says so.
    """
    highest = scores.amax(axis, keepdim=True).detach()  # (..., 1)
    nothing = highest == -math.inf
    lead = (scores - highest) / temperature
    return lead.masked_fill(nothing, 0.0), nothing
