"""Look at one key and no other: choices, and how to learn from them."""

import numpy as np
from jaxtyping import Bool, Float

from attnbook import shapes
from attnbook.reference.precision import widen
from attnbook.shapes.hard import check_drawn, check_uniform


def gumbel_noise(
    uniform: Float[np.ndarray, "*shape"],
) -> Float[np.ndarray, "*shape"]:
    r"""Turn uniform random numbers into noise that makes choices by weight.

    .. math::  g = -\log(-\log u)

    The key with the highest score plus noise is key :math:`j` in a share
    :math:`\operatorname{softmax}(S)_j` of all cases.

    Args:
        uniform: Random numbers :math:`u`, at least 0 and below 1.

    Returns:
        The noise, in points of score, in the dtype of ``uniform``.

    Raises:
        ValueError: If the numbers are not floats or lie outside this range.

    Note:
        A 0 becomes ``-inf``: that key is not chosen. Computed in at least float32.

    Example:
        >>> gumbel_noise(np.exp(-np.array([1.0, np.e]))).round(6).tolist()
        [-0.0, -1.0]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Maddison et al. 2017, section 2.1; Jang et al. 2017, section 2.
    """
    shapes.check_floats(uniform=uniform)
    check_uniform(bool(((uniform >= 0) & (uniform < 1)).all()))
    with np.errstate(divide="ignore"):
        return (-np.log(-np.log(widen(uniform)))).astype(uniform.dtype)


def hardmax(
    scores: Float[np.ndarray, "*batch q k"],
    *,
    mask: Bool[np.ndarray, "..."] | None = None,
) -> Float[np.ndarray, "*batch q k"]:
    r"""Give all of the weight to the key with the highest score.

    .. math::  A_{ij} = \bigl(j = \operatorname*{arg\,max}_{j'} S_{ij'}\bigr)

    Args:
        scores: Any real numbers :math:`S`; with noise added the choice is a draw.
        mask: True = may attend; broadcasts to the scores.

    Returns:
        Weights of 0 and 1, in the dtype of the scores. Of equal scores the first wins.

    Raises:
        ValueError: If scores are not floats, there is no key, or the mask is not
            boolean or does not broadcast.

    Note:
        A row with nothing to attend to gets zeros, a row with a NaN gets NaN. The
        slope by the scores is zero wherever there is one.

    Example:
        >>> hardmax(np.array([[2.0, 3.0, 1.0]])).tolist()
        [[0.0, 1.0, 0.0]]
        >>> mask = np.array([True, False, True])
        >>> hardmax(np.array([[2.0, 3.0, 1.0]]), mask=mask).tolist()
        [[1.0, 0.0, 0.0]]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Xu et al. 2015, section 4.1 (there drawn at random).
    """
    shapes.check("scores: ... q k", scores)
    shapes.check_mask(mask, scores.shape)
    allowed = scores if mask is None else np.where(mask, scores, -np.inf)  # (..., q, k)
    highest = allowed.max(-1, keepdims=True)  # (..., q, 1)
    first = allowed.argmax(-1)[..., None]  # (..., q, 1)
    chosen = (np.arange(scores.shape[-1]) == first) & (highest > -np.inf)
    return np.where(np.isnan(highest), np.nan, chosen).astype(scores.dtype)


def reinforce_gradient(
    weights: Float[np.ndarray, "*batch q k"],
    drawn: Float[np.ndarray, "*batch q k"],
    losses: Float[np.ndarray, "*batch q"],
    *,
    baseline: float | int = 0.0,
) -> Float[np.ndarray, "*batch q k"]:
    r"""Estimate, from one draw and its loss, the slope of the expected loss.

    .. math::  g_{ij} = (\ell_i - b) \, (Z_{ij} - A_{ij}), \qquad
        \mathbb{E}[g_{ij}] = A_{ij} \Bigl(\ell_{ij} - \sum_{j'} A_{ij'} \ell_{ij'}\Bigr)

    The second factor is the slope of the logarithm of the drawn key's weight. Its mean
    over draws is 0, so the baseline changes the scatter and not the mean.

    Args:
        weights: :math:`A`, the chance of each key.
        drawn: :math:`Z`, 1 at the key that was drawn and 0 at the others.
        losses: :math:`\ell`, what the draw cost each query.
        baseline: :math:`b`, what a draw usually costs; it must not depend on the draw.

    Returns:
        An estimate for each score, in the dtype of the weights.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, the draws have
            another shape than the weights, or the baseline is not finite.

    Note:
        A query that may attend to nothing has no weights and no draw, and gets zeros.

    Example:
        The second of two equal keys was drawn, and it cost 3 where 1 is usual.

        >>> weights, drawn = np.array([[0.5, 0.5]]), np.array([[0.0, 1.0]])
        >>> reinforce_gradient(weights, drawn, np.array([3.0]), baseline=1).tolist()
        [[-1.0, 1.0]]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Williams 1992, section 3; Xu et al. 2015, section 4.1.
    """
    shapes.check(
        "weights: ... q k, drawn: ... q k, losses: ... q", weights, drawn, losses
    )
    check_drawn(weights, drawn, losses, baseline)
    lead = (widen(losses) - baseline)[..., None]  # (..., q, 1)
    return (lead * (widen(drawn) - widen(weights))).astype(weights.dtype)
