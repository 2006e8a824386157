"""Score every key for every query: five formulas, one shape (..., q, k)."""

import math

import numpy as np
from jaxtyping import Float

from attnbook import shapes


def dot_scores(
    q: Float[np.ndarray, "*#batch q d_k"], k: Float[np.ndarray, "*#batch k d_k"]
) -> Float[np.ndarray, "... q k"]:
    r"""Score a key by its dot product with the query.

    .. math::  S_{ij} = q_i \cdot k_j, \qquad S = Q K^\top

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`, of the same length as the queries.

    Returns:
        Scores :math:`S`, any real numbers, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``k`` do not share ``d_k`` or their dtype, or are not
            floats.

    Example:
        >>> q = np.array([[1.0, 2.0]])
        >>> k = np.array([[3.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
        >>> dot_scores(q, k).tolist()
        [[3.0, 2.0, 3.0]]

    Chapter: 2-concepts/score-functions.

    Source: Luong et al. 2015, section 3.1 ("dot").
    """
    shapes.check("q: ... q d_k, k: ... k d_k", q, k)
    return q @ np.swapaxes(k, -2, -1)  # (..., q, k)


def scaled_dot_scores(
    q: Float[np.ndarray, "*#batch q d_k"],
    k: Float[np.ndarray, "*#batch k d_k"],
    *,
    scale: float | int | None = None,
) -> Float[np.ndarray, "... q k"]:
    r"""Score a key by its dot product with the query, kept to the size of 1.

    .. math::  S_{ij} = \frac{q_i \cdot k_j}{\sqrt{d_k}}

    If the features of queries and keys are independent with mean 0 and variance 1, a
    dot product has variance :math:`d_k`, and these scores have variance 1.

    Args:
        q: Queries :math:`Q`.
        k: Keys :math:`K`, of the same length as the queries.
        scale: What the dot products are multiplied by; ``None`` is
            :math:`1 / \sqrt{d_k}`.

    Returns:
        Scores :math:`S`, any real numbers, in the dtype of ``q``.

    Raises:
        ValueError: If ``q`` and ``k`` do not share ``d_k`` or their dtype, are not
            floats, or the scale is not finite.

    Example:
        Four features: the dot product 12 is divided by 2.

        >>> scaled_dot_scores(np.full((1, 4), 3.0), np.ones((1, 4))).tolist()
        [[6.0]]

    Chapter: 3-formulas/attention-step-by-step.

    Source: Vaswani et al. 2017, section 3.2.1.
    """
    shapes.check("q: ... q d_k, k: ... k d_k", q, k)
    shapes.check_scale(scale)
    scale = 1 / math.sqrt(q.shape[-1]) if scale is None else float(scale)
    return dot_scores(q * scale, k)  # (..., q, k); scaled first: float16 ends at 65504


def additive_scores(
    q: Float[np.ndarray, "*#batch q d_q"],
    k: Float[np.ndarray, "*#batch k d_k"],
    W_Q: Float[np.ndarray, "d_hidden d_q"],
    W_K: Float[np.ndarray, "d_hidden d_k"],
    w: Float[np.ndarray, "d_hidden"],
) -> Float[np.ndarray, "... q k"]:
    r"""Score a key by a small network that reads the query and the key.

    .. math::  S_{ij} = w^\top \tanh(W_Q q_i + W_K k_j)

    Queries and keys may differ in length. A score lies between :math:`-\lVert w
    \rVert_1` and :math:`\lVert w \rVert_1`, however large the features are.

    Args:
        q: Queries.
        k: Keys.
        W_Q: Projects a query, as the ``weight`` of a ``torch.nn.Linear`` does.
        W_K: Projects a key.
        w: Weighs the hidden features.

    Returns:
        Scores :math:`S`, in the dtype of ``q``.

    Raises:
        ValueError: If lengths do not fit, dtypes differ or are not floats.

    Note:
        Every query meets every key in ``d_hidden`` features: this holds an array of
        shape (..., q, k, d_hidden), ``d_hidden`` times the memory of the scores.

    Example:
        One hidden feature, which sees query + key: tanh(1 - 1) and tanh(1 + 99).

        >>> one = np.ones((1, 1))
        >>> k = np.array([[-1.0], [99.0]])
        >>> additive_scores(one, k, one, one, np.array([5.0])).tolist()
        [[0.0, 5.0]]

    Chapter: 2-concepts/score-functions.

    Source: Bahdanau et al. 2015, appendix A.1.2.
    """
    shapes.check(
        "q: ... q d_q, k: ... k d_k, W_Q: d_hidden d_q, W_K: d_hidden d_k, w: d_hidden",
        *(q, k, W_Q, W_K, w),
    )
    query = np.expand_dims(q @ W_Q.T, -2)  # (..., q, 1, d_hidden)
    key = np.expand_dims(k @ W_K.T, -3)  # (..., 1, k, d_hidden)
    return np.tanh(query + key) @ w  # (..., q, k)


def bilinear_scores(
    q: Float[np.ndarray, "*#batch q d_q"],
    k: Float[np.ndarray, "*#batch k d_k"],
    W: Float[np.ndarray, "d_q d_k"],
) -> Float[np.ndarray, "... q k"]:
    r"""Score a key by a dot product in which a matrix says what counts.

    .. math::  S_{ij} = q_i^\top W k_j

    With :math:`W = I` this is the dot product. Queries and keys may differ in length.

    Args:
        q: Queries.
        k: Keys.
        W: How much each feature of a query counts for each feature of a key.

    Returns:
        Scores :math:`S`, any real numbers, in the dtype of ``q``.

    Raises:
        ValueError: If lengths do not fit, dtypes differ or are not floats.

    Example:
        The matrix swaps the two features of the key.

        >>> q = np.array([[1.0, 2.0]])
        >>> k = np.array([[10.0, 100.0]])
        >>> bilinear_scores(q, k, np.array([[0.0, 1.0], [1.0, 0.0]])).tolist()
        [[120.0]]

    Chapter: 2-concepts/score-functions.

    Source: Luong et al. 2015, section 3.1 ("general").
    """
    shapes.check("q: ... q d_q, k: ... k d_k, W: d_q d_k", q, k, W)
    return q @ W @ np.swapaxes(k, -2, -1)  # (..., q, k)


def linear_scores(
    k: Float[np.ndarray, "*batch k d_k"], w: Float[np.ndarray, "d_k"]
) -> Float[np.ndarray, "*batch 1 k"]:
    r"""Score a key by itself: a pooling with no query.

    .. math::  S_{1j} = w \cdot k_j

    The learned :math:`w` plays the one query that all inputs share. So the result has
    one row of scores, which softmax and masks treat like any other.

    Args:
        k: Keys.
        w: What makes a key matter, whoever asks.

    Returns:
        Scores, any real numbers, with an axis of length 1 in the place of the queries.

    Raises:
        ValueError: If ``k`` and ``w`` do not share ``d_k`` or their dtype, or are not
            floats.

    Example:
        >>> k = np.array([[1.0, 2.0], [3.0, 4.0]])
        >>> linear_scores(k, np.array([1.0, 10.0]))
        array([[21., 43.]])

    Chapter: 2-concepts/score-functions.

    Source: Yang et al. 2016, section 2.2 (there with a hidden layer before it).
    """
    shapes.check("k: ... k d_k, w: d_k", k, w)
    return np.expand_dims(k @ w, -2)  # (..., 1, k)
