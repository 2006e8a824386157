"""Say where a token stands: by a vector that is added, or by turning the vector."""

import numpy as np
from jaxtyping import Float, Real, Shaped

from attnbook.reference.precision import widen
from attnbook.shapes.positions import (
    check_pairs,
    check_positions,
    check_rotary,
    check_waves,
)


def position_angles(
    positions: Real[np.ndarray, "*length"], d: int, *, base: float | int = 10_000.0
) -> Float[np.ndarray, "*length pairs"]:
    r"""Turn a hand for each pair of features, each more slowly than the one before.

    .. math::  \theta_{pc} = p \cdot \mathrm{base}^{-2c/d}, \qquad c = 0, \dots, d/2 - 1

    The first hand turns by 1 radian a step and is round after about 6.3 positions; the
    last needs nearly :math:`2 \pi \cdot \mathrm{base}`. Like the hands of a clock, fast
    ones tell near places apart and slow ones far places.

    Args:
        positions: Where the tokens stand, in tokens from the start; fractions and
            negative numbers are allowed.
        d: Number of features, two for each hand.
        base: How slow the last hand is; a larger one suits longer texts.

    Returns:
        Angles in radians, for each position one in each pair of features.

    Raises:
        ValueError: If ``positions`` holds no numbers, ``d`` is not even, or ``base`` is
            not above 1.

    Note:
        Computed in at least float32: in half precision, positions beyond 2,048 (or 256
        in bfloat16) are no longer told apart.

    Example:
        >>> position_angles(np.array([0, 1, 2]), 4, base=100).round(6).tolist()
        [[0.0, 0.0], [1.0, 0.1], [2.0, 0.2]]

    Chapter: 3-formulas/positions.

    Source: Vaswani et al. 2017, section 3.5; Su et al. 2021, section 3.2.2.
    """
    check_positions(positions)
    check_waves("d", d, base)
    dtype = _float_dtype(positions)
    frequencies = float(base) ** (-np.arange(0, d, 2) / d)  # (d / 2,)
    where = positions.astype(np.promote_types(dtype, np.float32))  # (*length)
    return (where[..., None] * frequencies.astype(where.dtype)).astype(dtype)


def sinusoidal(
    positions: Real[np.ndarray, "*length"],
    d_model: int,
    *,
    base: float | int = 10_000.0,
) -> Float[np.ndarray, "*length d_model"]:
    r"""Write a position as the heights of waves, to be added to the token there.

    .. math::
        p_{i,\,2c} = \sin \theta_{ic}, \qquad
        p_{i,\,2c+1} = \cos \theta_{ic}, \qquad
        \theta_{ic} = i \cdot \mathrm{base}^{-2c/d_{\mathrm{model}}}

    A step of :math:`t` positions turns every pair (sin, cos) by the same angle wherever
    it begins, so the dot product of two encodings depends on their distance alone.

    Args:
        positions: Where the tokens stand, in tokens from the start.
        d_model: Features of a token, an even number.
        base: How long the longest wave is, in units of :math:`2 \pi` tokens.

    Returns:
        A vector of length :math:`\sqrt{d_{\mathrm{model}} / 2}` for each position.

    Raises:
        ValueError: If ``positions`` holds no numbers, ``d_model`` is not even, or
            ``base`` is not above 1.

    Example:
        >>> sinusoidal(np.array([0, 1]), 4, base=100).round(3).tolist()
        [[0.0, 1.0, 0.0, 1.0], [0.841, 0.54, 0.1, 0.995]]

    Chapter: 3-formulas/positions.

    Source: Vaswani et al. 2017, section 3.5.
    """
    check_positions(positions)
    check_waves("d_model", d_model, base)
    dtype = _float_dtype(positions)
    wide = positions.astype(np.promote_types(dtype, np.float32))
    angles = position_angles(wide, d_model, base=base)  # (*length, d_model / 2)
    waves = np.stack([np.sin(angles), np.cos(angles)], axis=-1)
    return waves.reshape(*angles.shape[:-1], d_model).astype(dtype)


def rotary(
    x: Float[np.ndarray, "*batch length d"],
    positions: Real[np.ndarray, "*#batch length"] | None = None,
    *,
    base: float | int = 10_000.0,
    interleaved: bool = True,
) -> Float[np.ndarray, "*batch length d"]:
    r"""Turn each pair of features by an angle that grows with the position.

    .. math::
        \begin{pmatrix} y_{2c} \\ y_{2c+1} \end{pmatrix} =
        \begin{pmatrix} \cos \theta_{ic} & -\sin \theta_{ic} \\
        \sin \theta_{ic} & \cos \theta_{ic} \end{pmatrix}
        \begin{pmatrix} x_{2c} \\ x_{2c+1} \end{pmatrix}, \qquad
        \theta_{ic} = i \cdot \mathrm{base}^{-2c/d}

    Queries and keys are turned, values are not. A dot product of two turned vectors
    sees the difference of their angles only: :math:`R_i q \cdot R_j k = q \cdot
    R_{j-i}\, k` depends on the offset :math:`j - i`, not on the places.

    Args:
        x: Queries or keys of a head, (..., length, d), ``d`` even.
        positions: Where they stand, (length) or (..., length); ``None`` counts 0, 1, 2.
        base: How slow the last pair turns; see ``position_angles``.
        interleaved: Whether pairs are neighbours, features 2c and 2c + 1, as in the
            paper. Otherwise feature c goes with c + d/2, as in many libraries; see
            ``to_half_split``.

    Returns:
        Vectors as long as before, in the dtype of ``x``.

    Raises:
        ValueError: If ``x`` holds no floats or its features are not even in number, the
            positions do not fit, or ``base`` is not above 1.

    Note:
        Computed in at least float32.

    Example:
        One pair of features: base and d no longer matter, each step is 1 radian.

        >>> x = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
        >>> rotary(x).round(3).tolist()
        [[1.0, 0.0], [0.54, 0.841], [-0.909, -0.416]]

    Chapter: 3-formulas/positions.

    Source: Su et al. 2021, section 3.2.
    """
    check_rotary(x, positions, base)
    wide = widen(x)
    positions = np.arange(x.shape[-2]) if positions is None else positions
    angles = position_angles(positions.astype(wide.dtype), x.shape[-1], base=base)
    cos, sin = np.cos(angles), np.sin(angles)  # (..., length, d / 2)
    first, second = _split_pairs(wide, interleaved)  # (..., length, d / 2)
    turned = first * cos - second * sin, first * sin + second * cos
    return _join_pairs(*turned, interleaved).astype(x.dtype)  # (..., length, d)


def to_half_split(x: Shaped[np.ndarray, "*batch d"]) -> Shaped[np.ndarray, "*batch d"]:
    r"""Sort features from neighbouring pairs to halves: first ones, then second ones.

    .. math::  y_c = x_{2c}, \qquad y_{c + d/2} = x_{2c+1}

    Turning and then sorting is sorting and then turning with ``interleaved=False``. A
    dot product does not mind in which order features stand, as long as it is the same
    for queries and keys; so weights made for one convention serve the other when the
    outputs of the projections of queries and keys, head by head, are sorted.

    Args:
        x: Anything that ends in the features of a head.

    Returns:
        The same numbers in the other order.

    Raises:
        ValueError: If the number of features is not even.

    Example:
        >>> to_half_split(np.array([0, 1, 2, 3, 4, 5])).tolist()
        [0, 2, 4, 1, 3, 5]

    Chapter: 3-formulas/positions.
    """
    check_pairs(x)
    return np.concatenate(_split_pairs(x, interleaved=True), axis=-1)


def from_half_split(
    x: Shaped[np.ndarray, "*batch d"],
) -> Shaped[np.ndarray, "*batch d"]:
    r"""Sort features from halves to neighbouring pairs: the inverse of the other.

    .. math::  y_{2c} = x_c, \qquad y_{2c+1} = x_{c + d/2}

    Args:
        x: Anything that ends in the features of a head, sorted by ``to_half_split``.

    Returns:
        The same numbers in the other order.

    Raises:
        ValueError: If the number of features is not even.

    Example:
        >>> from_half_split(np.array([0, 2, 4, 1, 3, 5])).tolist()
        [0, 1, 2, 3, 4, 5]

    Chapter: 3-formulas/positions.
    """
    check_pairs(x)
    return _join_pairs(*_split_pairs(x, interleaved=False), interleaved=True)


def _split_pairs(
    x: Shaped[np.ndarray, "*batch d"], interleaved: bool
) -> tuple[Shaped[np.ndarray, "*batch pairs"], Shaped[np.ndarray, "*batch pairs"]]:
    half = x.shape[-1] // 2
    if interleaved:
        return x[..., 0::2], x[..., 1::2]
    return x[..., :half], x[..., half:]


def _join_pairs(
    first: Shaped[np.ndarray, "*batch pairs"],
    second: Shaped[np.ndarray, "*batch pairs"],
    interleaved: bool,
) -> Shaped[np.ndarray, "*batch d"]:
    if interleaved:
        pairs = np.stack([first, second], axis=-1)  # (..., d / 2, 2)
        return pairs.reshape(*pairs.shape[:-2], -1)
    return np.concatenate([first, second], axis=-1)


def _float_dtype(positions: Real[np.ndarray, "*length"]) -> np.dtype:
    """Give the dtype of positions, or float64 if they are whole numbers."""
    return np.dtype(float) if positions.dtype.kind in "iu" else positions.dtype
