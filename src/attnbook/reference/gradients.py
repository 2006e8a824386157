"""Send a gradient back through softmax and attention, by formulas."""

import math

import numpy as np
from jaxtyping import Bool, Float

from attnbook import shapes
from attnbook.reference.precision import widen
from attnbook.reference.scores import scaled_dot_scores
from attnbook.reference.softmax import softmax
from attnbook.shapes.gradients import check_gradient


def softmax_jacobian(
    scores: Float[np.ndarray, "*rows k"],
    *,
    temperature: float | int = 1.0,
    mask: Bool[np.ndarray, "..."] | None = None,
) -> Float[np.ndarray, "*rows k k"]:
    r"""Give the slope of every weight with respect to every score.

    .. math::  J_{jl} = \frac{\partial A_j}{\partial S_l}
        = \frac{A_j \, (\delta_{jl} - A_l)}{T}

    It is symmetric, and each row sums to 0: weights that sum to 1 can only be moved
    from one key to another.

    Args:
        scores: Any real numbers :math:`S`.
        temperature: :math:`T`, in points of score.
        mask: True = may attend; broadcasts to the scores.

    Returns:
        The slopes, weight by score, in weight per point of score.

    Raises:
        ValueError: If `softmax` would refuse the arguments.

    Note:
        A masked key has slopes of 0, and so has a whole row with nothing to attend to.
        For n keys this holds n² numbers; `softmax_backward` never makes them.

    Example:
        Two keys of equal weight: a point more for one would move a quarter.

        >>> softmax_jacobian(np.zeros(2)).tolist()
        [[0.25, -0.25], [-0.25, 0.25]]

    Chapter: 3-formulas/gradients.

    Source: Bridle 1990.
    """
    shapes.check_softmax(scores, axis=-1, temperature=temperature, mask=mask)
    weights = softmax(widen(scores), temperature=temperature, mask=mask)  # (..., k)
    own = np.eye(scores.shape[-1], dtype=weights.dtype)  # (k, k)
    jacobian = weights[..., :, None] * (own - weights[..., None, :])  # (..., k, k)
    return (jacobian / temperature).astype(scores.dtype)


def softmax_backward(
    scores: Float[np.ndarray, "*rows k"],
    grad_weights: Float[np.ndarray, "*rows k"],
    *,
    temperature: float | int = 1.0,
    mask: Bool[np.ndarray, "..."] | None = None,
) -> Float[np.ndarray, "*rows k"]:
    r"""Turn the gradient of the weights into the gradient of the scores.

    .. math::  \mathrm{d}S_{ij} = \frac{A_{ij}}{T}
        \Bigl( \mathrm{d}A_{ij} - \sum_{l} A_{il} \, \mathrm{d}A_{il} \Bigr)

    A key gets its share of the gradient, compared with the mean over all keys. So each
    row sums to 0.

    Args:
        scores: Any real numbers :math:`S`.
        grad_weights: :math:`\mathrm{d}A`, the slope of a loss with respect to each
            weight.
        temperature: :math:`T`, in points of score.
        mask: True = may attend; broadcasts to the scores.

    Returns:
        :math:`\mathrm{d}S`, the slope of the loss with respect to each score.

    Raises:
        ValueError: If `softmax` would refuse the arguments, or the gradient has not the
            shape and dtype of the scores.

    Note:
        A masked key gets 0, and so does a whole row with nothing to attend to. Computed
        in at least float32.

    Example:
        Of two equal keys, the loss rises by 4 with the weight of the first.

        >>> softmax_backward(np.zeros(2), np.array([4.0, 0.0])).tolist()
        [1.0, -1.0]

    Chapter: 3-formulas/gradients.

    Source: Dao et al. 2022, appendix B.2.
    """
    shapes.check_softmax(scores, axis=-1, temperature=temperature, mask=mask)
    shapes.check_floats(scores=scores, grad_weights=grad_weights)
    check_gradient("weights", grad_weights, tuple(scores.shape))
    weights = softmax(widen(scores), temperature=temperature, mask=mask)  # (..., k)
    grad_scores = _back_to_scores(weights, widen(grad_weights)) / temperature
    return grad_scores.astype(scores.dtype)


def scaled_dot_product_attention_backward(
    q: Float[np.ndarray, "*#batch q d_k"],
    k: Float[np.ndarray, "*#batch k d_k"],
    v: Float[np.ndarray, "*#batch k d_v"],
    grad_context: Float[np.ndarray, "*batch q d_v"],
    *,
    mask: Bool[np.ndarray, "..."] | None = None,
    scale: float | int | None = None,
) -> tuple[
    Float[np.ndarray, "... q d_k"],
    Float[np.ndarray, "... k d_k"],
    Float[np.ndarray, "... k d_v"],
]:
    r"""Send the gradient of the context back to queries, keys and values.

    .. math::
        \mathrm{d}V = A^\top \mathrm{d}C, \qquad
        \mathrm{d}A = \mathrm{d}C \, V^\top, \qquad
        \mathrm{d}S = A \circ \bigl( \mathrm{d}A
            - (A \circ \mathrm{d}A) \, \mathbf{1} \mathbf{1}^\top \bigr)

    .. math::
        \mathrm{d}Q = \mathrm{d}S \, K / \sqrt{d_k}, \qquad
        \mathrm{d}K = \mathrm{d}S^\top Q / \sqrt{d_k}

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`.
        v: Values :math:`V`.
        grad_context: :math:`\mathrm{d}C`, the slope of a loss with respect to each
            number of the context.
        mask: True = may attend; broadcasts to the scores, (..., q, k).
        scale: What the dot products are multiplied by; ``None`` is
            :math:`1 / \sqrt{d_k}`.

    Returns:
        The gradients of ``q``, ``k`` and ``v``, in their shapes and dtype; where a
        batch axis was broadcast, its parts are added up.

    Raises:
        ValueError: If `scaled_dot_product_attention` would refuse the arguments, or the
            gradient has not the shape and dtype of the context.

    Note:
        A key that no query may attend to gets 0, and so does its value; a query that
        may attend to nothing gets and sends 0. Computed in at least float32.

    Example:
        Two keys of equal weight. The context is 2 and should be smaller: both values
        fall by half of the slope, and the query turns to the key of the smaller one.

        >>> q, k = np.zeros((1, 1)), np.array([[1.0], [-1.0]])
        >>> v, grad = np.array([[4.0], [0.0]]), np.array([[1.0]])
        >>> for part in scaled_dot_product_attention_backward(q, k, v, grad):
        ...     print((part + 0.0).tolist())
        [[2.0]]
        [[0.0], [0.0]]
        [[0.5], [0.5]]

    Chapter: 3-formulas/gradients.

    Source: Dao et al. 2022, appendix B.2.
    """
    shapes.check("q: ... q d_k, k: ... k d_k, v: ... k d_v", q, k, v)
    shapes.check_floats(q=q, grad_context=grad_context)
    check_gradient("context", grad_context, _context_shape(q, k, v))
    scale = 1 / math.sqrt(q.shape[-1]) if scale is None else scale
    query, key, value, grad = (widen(x) for x in (q, k, v, grad_context))
    weights = softmax(scaled_dot_scores(query, key, scale=scale), mask=mask)
    grad_v = np.swapaxes(weights, -2, -1) @ grad  # (..., k, d_v)
    grad_weights = grad @ np.swapaxes(value, -2, -1)  # (..., q, k)
    grad_scores = _back_to_scores(weights, grad_weights) * scale  # (..., q, k)
    grad_q = grad_scores @ key  # (..., q, d_k)
    grad_k = np.swapaxes(grad_scores, -2, -1) @ query  # (..., k, d_k)
    return _sum_to(grad_q, q), _sum_to(grad_k, k), _sum_to(grad_v, v)


def _back_to_scores(
    weights: Float[np.ndarray, "... k"], grad_weights: Float[np.ndarray, "... k"]
) -> Float[np.ndarray, "... k"]:
    """Multiply by the Jacobian of the softmax, which is never made."""
    mean = (weights * grad_weights).sum(-1, keepdims=True)  # (..., 1)
    return weights * (grad_weights - mean)


def _context_shape(
    q: Float[np.ndarray, "... q d_k"],
    k: Float[np.ndarray, "... k d_k"],
    v: Float[np.ndarray, "... k d_v"],
) -> tuple[int, ...]:
    batches = (tuple(x.shape[:-2]) for x in (q, k, v))
    return (*shapes.broadcast_shapes(*batches), q.shape[-2], v.shape[-1])


def _sum_to(
    gradient: Float[np.ndarray, "..."], argument: Float[np.ndarray, "..."]
) -> Float[np.ndarray, "..."]:
    """Add up what the copies of a broadcast argument were sent."""
    gradient = gradient.sum(tuple(range(gradient.ndim - argument.ndim)))
    stretched = [i for i, size in enumerate(argument.shape) if size == 1]
    gradient = gradient.sum(tuple(stretched), keepdims=True)
    return gradient.astype(argument.dtype)
