"""Look only near a place: the two local attentions of Luong, Pham and Manning."""

import numpy as np
from jaxtyping import Bool, Float, Integer

from attnbook import shapes
from attnbook.reference.masks import combine_masks
from attnbook.reference.precision import widen
from attnbook.reference.softmax import softmax
from attnbook.shapes.local import check_key_counts, check_reach


def predicted_centres(
    q: Float[np.ndarray, "*batch q d_q"],
    W: Float[np.ndarray, "d_hidden d_q"],
    w: Float[np.ndarray, "d_hidden"],
    *,
    lengths: int | Integer[np.ndarray, "*batch"],
) -> Float[np.ndarray, "*batch q"]:
    r"""Foretell from a query alone where among the keys to look.

    .. math::  p_i = n \cdot \operatorname{sigmoid}\!\left(w^\top \tanh(W q_i)\right)

    Args:
        q: Queries :math:`Q`.
        W: Makes hidden features of a query.
        w: Sums the hidden features up.
        lengths: :math:`n`, how many keys there are, padding not counted: one number,
            or one for each sequence.

    Returns:
        Places, in keys, between 0 and :math:`n`; the first key stands at 0, the last
        at :math:`n - 1`. In the dtype of ``q``.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, or a length is
            not a whole number, 1 or more.

    Note:
        The same query points to the same *share* of a list, however long it is.

    Example:
        A query of zeros points to the middle, one with log 3 at three quarters.

        >>> q, W, w = np.array([[0.0], [40.0]]), np.eye(1), np.array([np.log(3)])
        >>> predicted_centres(q, W, w, lengths=8).round(6).tolist()
        [4.0, 6.0]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Luong et al. 2015, section 3.2, equation 9.
    """
    shapes.check("q: ... q d_q, W: d_hidden d_q, w: d_hidden", q, W, w)
    check_key_counts(lengths, q.shape[:-2])
    logits = np.tanh(widen(q) @ widen(W).T) @ widen(w)  # (..., q)
    n_keys = np.asarray(lengths)[..., None]  # (..., 1)
    return (n_keys * (1 + np.tanh(logits / 2)) / 2).astype(q.dtype)  # (..., q)


def window_mask(
    centres: Float[np.ndarray, "*batch q"], n_keys: int, *, reach: float | int
) -> Bool[np.ndarray, "*batch q k"]:
    r"""Let each query attend to the keys near a place of its own.

    .. math::  M_{ij} = (|j - p_i| \le D)

    Args:
        centres: :math:`p`, a place for each query, in keys; between two keys too.
        n_keys: Number of keys.
        reach: :math:`D`, how many places the window extends to each side.

    Returns:
        The mask, True = may attend.

    Raises:
        ValueError: If the centres are not floats, the number of keys is not a whole
            number, or the reach is not positive.

    Note:
        A window that lies beside the keys, or between two, is empty: its query may
        attend to nothing. For centres that are the queries' own places,
        ``sliding_window_mask`` with ``window=reach + 1`` is the same mask.

    Example:
        >>> window_mask(np.array([0.0, 2.5]), 5, reach=1).astype(int).tolist()
        [[1, 1, 0, 0, 0], [0, 0, 1, 1, 0]]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Luong et al. 2015, section 3.2.
    """
    shapes.check("centres: ... q", centres)
    shapes.check_count("n_keys", n_keys)
    check_reach(reach)
    return np.abs(_offsets(centres, n_keys)) <= reach  # (..., q, k)


def local_softmax(
    scores: Float[np.ndarray, "*#batch q k"],
    centres: Float[np.ndarray, "*#batch q"],
    *,
    reach: float | int,
    taper: bool = False,
    mask: Bool[np.ndarray, "..."] | None = None,
) -> Float[np.ndarray, "... q k"]:
    r"""Turn scores into weights inside a window, and let them fade to its edges.

    .. math::  A_{ij} = \operatorname*{softmax}_{|j - p_i| \le D}(S_i)_j \cdot
        \exp\!\left(-\frac{(j - p_i)^2}{2 \sigma^2}\right), \qquad \sigma = D / 2

    Without ``taper`` the second factor is left out. With it the slope of the weights
    reaches the centres, which the edges of the window alone can't teach.

    Args:
        scores: Any real numbers :math:`S`.
        centres: :math:`p`, where each query looks, in keys.
        reach: :math:`D`, how many places the window extends to each side.
        taper: Whether to multiply by the Gaussian: no for local-m, yes for local-p.
        mask: True = may attend; broadcasts to the scores. It is combined with the
            window.

    Returns:
        The weights, in the dtype of the scores. A row sums to 1; with ``taper`` to
        less, as Luong et al. left it.

    Raises:
        ValueError: If axes do not fit, dtypes differ or are not floats, the reach is
            not positive, or the mask is not boolean or does not broadcast.

    Note:
        A query that may attend to nothing, or has an empty window, gets zeros. All
        scores are looked at and most thrown away: this saves no work by itself.
        Computed in at least float32.

    Example:
        Equal scores, five keys in sight: a fifth each, and then the Gaussian.

        >>> weights = local_softmax(
        ...     np.zeros((1, 7)), np.array([3.0]), reach=2, taper=True
        ... )
        >>> weights.round(3).tolist()
        [[0.0, 0.027, 0.121, 0.2, 0.121, 0.027, 0.0]]

    Chapter: 2-concepts/kinds-of-attention.

    Source: Luong et al. 2015, section 3.2, equation 10.
    """
    shapes.check("scores: ... q k, centres: ... q", scores, centres)
    shapes.check_mask(mask, shapes.broadcast_shapes(scores.shape, (*centres.shape, 1)))
    window = window_mask(widen(centres), scores.shape[-1], reach=reach)  # (..., q, k)
    allowed = combine_masks(window, mask)  # (..., q, k)
    wide = np.broadcast_arrays(widen(scores), allowed)[0]  # (..., q, k)
    weights = softmax(wide, mask=allowed)  # (..., q, k)
    if taper:
        far = _offsets(widen(centres), scores.shape[-1]) / (reach / 2)  # in sigmas
        weights = weights * np.exp(-(far**2) / 2)  # (..., q, k)
    return weights.astype(scores.dtype)


def _offsets(
    centres: Float[np.ndarray, "*batch q"], n_keys: int
) -> Float[np.ndarray, "*batch q k"]:
    """Say how far each key stands behind each centre, in keys."""
    return np.arange(n_keys, dtype=centres.dtype) - centres[..., None]
