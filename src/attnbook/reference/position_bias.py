"""Say how far a key stands from a query, with a number added to their score."""

import math

import numpy as np
from jaxtyping import Float, Integer

from attnbook import shapes
from attnbook.shapes.positions import check_buckets, check_offsets


def relative_positions(
    n_queries: int, n_keys: int | None = None
) -> Integer[np.ndarray, "q k"]:
    r"""Count how many places each key stands after each query.

    .. math::  R_{ij} = j - (i + n_k - n_q)

    Args:
        n_queries: Number of queries :math:`n_q`.
        n_keys: Number of keys :math:`n_k`; ``None`` means as many as queries. With more
            keys the queries are the last positions, as in ``causal_mask``.

    Returns:
        Offsets in tokens: below 0 for keys before the query, above 0 for later ones.

    Raises:
        ValueError: If a number is not a whole number, 0 or more.

    Example:
        >>> relative_positions(3).tolist()
        [[0, 1, 2], [-1, 0, 1], [-2, -1, 0]]
        >>> relative_positions(1, 3).tolist()
        [[-2, -1, 0]]

    Chapter: 3-formulas/positions.

    Source: Shaw et al. 2018, section 3.
    """
    n_keys = n_queries if n_keys is None else n_keys
    shapes.check_count("n_queries", n_queries)
    shapes.check_count("n_keys", n_keys)
    queries = np.arange(n_queries) + n_keys - n_queries  # (q,)
    return np.arange(n_keys) - queries[:, None]  # (q, k)


def relative_buckets(
    offsets: Integer[np.ndarray, "*shape"],
    *,
    n_buckets: int = 32,
    max_distance: int = 128,
    bidirectional: bool = True,
) -> Integer[np.ndarray, "*shape"]:
    r"""Sort distances into buckets: one each for the near, shared ones for the far.

    .. math::
        b(d) = \begin{cases} d & d < E \\
        \min\!\left(B - 1,\; E + \left\lfloor
        \frac{\log(d / E)}{\log(D / E)} (B - E) \right\rfloor\right) & d \ge E
        \end{cases}

    with :math:`B` buckets for a direction, :math:`E = \lfloor B / 2 \rfloor` of them
    for one distance each, and :math:`D` the ``max_distance``, from which on all
    distances share the last bucket.

    Args:
        offsets: Key minus query, in tokens.
        n_buckets: Buckets in all; with ``bidirectional``, :math:`B` is half of them.
        max_distance: :math:`D`, in tokens.
        bidirectional: Whether later keys have buckets of their own, the second half.
            Otherwise they are counted as distance 0, for a causal mask to hide.

    Returns:
        The number of the bucket, from 0.

    Raises:
        ValueError: If the offsets or the numbers are not whole, or the buckets do not
            suffice.

    Example:
        Four buckets: distances 0 and 1 have their own, 2 and 3 share, the rest shares.

        >>> offsets = np.array([0, -1, -2, -3, -4, -7, -99])
        >>> settings = dict(n_buckets=4, max_distance=8, bidirectional=False)
        >>> relative_buckets(offsets, **settings).tolist()
        [0, 1, 2, 2, 3, 3, 3]

    Chapter: 3-formulas/positions.

    Source: Raffel et al. 2020, section 2.1, with the details of its released code.
    """
    check_offsets(offsets)
    check_buckets(n_buckets, max_distance, bidirectional)
    n_one_way = n_buckets // 2 if bidirectional else n_buckets
    later = (offsets > 0) * n_one_way if bidirectional else 0
    distance = np.abs(offsets) if bidirectional else np.maximum(-offsets, 0)
    exact = n_one_way // 2
    share = np.log(np.maximum(distance, exact) / exact) / math.log(max_distance / exact)
    # The logarithms of powers may come out a hair below a whole number.
    far = exact + (share * (n_one_way - exact) + 1e-9).astype(np.int64)
    near = distance.astype(np.int64)
    return later + np.where(distance < exact, near, np.minimum(far, n_one_way - 1))


def relative_bias(
    table: Float[np.ndarray, "n_buckets n_heads"],
    n_queries: int,
    n_keys: int | None = None,
    *,
    max_distance: int = 128,
    bidirectional: bool = True,
) -> Float[np.ndarray, "n_heads q k"]:
    r"""Look up, for each head, what the distance of a key adds to its score.

    .. math::  B_{hij} = T_{b(j - i),\, h}

    Args:
        table: A learned number :math:`T_{bh}` for each bucket and each head.
        n_queries: Number of queries.
        n_keys: Number of keys; ``None`` means as many as queries. With more keys the
            queries are the last positions.
        max_distance: From here on all distances share a bucket, in tokens.
        bidirectional: Whether later keys have buckets of their own.

    Returns:
        What is added to the scores, the same for every sequence of a batch.

    Raises:
        ValueError: If the table is not of floats with two axes, or a number does not
            fit; see ``relative_buckets``.

    Example:
        One head whose four numbers are 0 for itself, −1, −2 and −3 for the others.

        >>> table = np.array([[0.0], [-1.0], [-2.0], [-3.0]])
        >>> relative_bias(table, 1, 5, max_distance=8, bidirectional=False).tolist()
        [[[-3.0, -2.0, -2.0, -1.0, 0.0]]]

    Chapter: 3-formulas/positions.

    Source: Raffel et al. 2020, section 2.1.
    """
    shapes.check("table: n_buckets n_heads", table)
    buckets = relative_buckets(
        relative_positions(n_queries, n_keys),
        n_buckets=table.shape[0],
        max_distance=max_distance,
        bidirectional=bidirectional,
    )  # (q, k)
    return np.moveaxis(table[buckets], -1, 0).copy()  # (n_heads, q, k)


def alibi_slopes(n_heads: int) -> Float[np.ndarray, "n_heads"]:
    r"""Give each head its own price of a step, from near-sighted to far-sighted.

    .. math::  m_h = 2^{-8 h / n}, \qquad h = 1, \dots, n

    when the number of heads :math:`n` is a power of two. Otherwise the first ones are
    those of the power of two below, and the others are every second one of the power
    above: its first, third, fifth.

    Args:
        n_heads: Number of heads.

    Returns:
        Slopes in points of score a token, all above 0.

    Raises:
        ValueError: If ``n_heads`` is no whole number above 0.

    Example:
        >>> alibi_slopes(4).tolist()
        [0.25, 0.0625, 0.015625, 0.00390625]
        >>> alibi_slopes(3).tolist()  # those of 2 heads, and the first of 4
        [0.0625, 0.00390625, 0.25]

    Chapter: 3-formulas/positions.

    Source: Press et al. 2022, section 3; other numbers of heads as in its code.
    """
    shapes.check_count("n_heads", n_heads, at_least=1)
    power = 2 ** (int(n_heads).bit_length() - 1)  # the largest that is not above
    regular = 2.0 ** (-8 * np.arange(1, power + 1) / power)  # (power,)
    between = 2.0 ** (-4 * np.arange(1, 2 * power, 2) / power)  # (power,)
    return np.concatenate([regular, between])[:n_heads]


def alibi_bias(
    n_heads: int, n_queries: int, n_keys: int | None = None
) -> Float[np.ndarray, "n_heads q k"]:
    r"""Lower every score in proportion to the distance, in each head at its own price.

    .. math::  B_{hij} = -m_h \cdot |i - j|

    Args:
        n_heads: Number of heads, each with its slope from ``alibi_slopes``.
        n_queries: Number of queries.
        n_keys: Number of keys; ``None`` means as many as queries. With more keys the
            queries are the last positions.

    Returns:
        What is added to the scores, 0 or less; nothing in it is learned.

    Raises:
        ValueError: If a number is not a whole number, or there is no head.

    Note:
        The paper's model is causal, where :math:`i - j` is never below 0. Without such
        a mask this bias can't tell a key before the query from one after it.

    Example:
        Eight heads; the first takes off half a point for each step.

        >>> alibi_bias(8, 3)[0].tolist()
        [[0.0, -0.5, -1.0], [-0.5, 0.0, -0.5], [-1.0, -0.5, 0.0]]

    Chapter: 3-formulas/positions.

    Source: Press et al. 2022, section 3.
    """
    slopes = alibi_slopes(n_heads)[:, None, None]  # (n_heads, 1, 1)
    distance = np.abs(relative_positions(n_queries, n_keys))  # (q, k)
    return 0 - slopes * distance  # (n_heads, q, k); 0 - 0 is not -0
