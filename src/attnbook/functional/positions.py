"""Say where a token stands: by a vector that is added, or by turning the vector."""

import torch
from jaxtyping import Float, Real, Shaped
from torch import Tensor

from attnbook.functional.precision import widen
from attnbook.shapes.positions import (
    check_pairs,
    check_positions,
    check_rotary,
    check_waves,
)


def position_angles(
    positions: Real[Tensor, "*length"], d: int, *, base: float | int = 10_000.0
) -> Float[Tensor, "*length pairs"]:
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
        >>> import torch
        >>> p = torch.tensor([0.0, 1.0, 2.0], dtype=torch.float64)
        >>> position_angles(p, 4, base=100).round(decimals=6).tolist()
        [[0.0, 0.0], [1.0, 0.1], [2.0, 0.2]]

    Chapter: 3-formulas/positions.

    Source: Vaswani et al. 2017, section 3.5; Su et al. 2021, section 3.2.2.
    """
    check_positions(positions)
    check_waves("d", d, base)
    dtype = _float_dtype(positions)
    where = widen(positions.to(dtype))  # (*length)
    evens = torch.arange(0, d, 2, dtype=where.dtype, device=where.device)
    frequencies = float(base) ** (-evens / d)  # (d / 2,)
    return (where[..., None] * frequencies).to(dtype)  # (*length, d / 2)


def sinusoidal(
    positions: Real[Tensor, "*length"],
    d_model: int,
    *,
    base: float | int = 10_000.0,
) -> Float[Tensor, "*length d_model"]:
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
        >>> import torch
        >>> p = torch.tensor([0.0, 1.0], dtype=torch.float64)
        >>> sinusoidal(p, 4, base=100).round(decimals=3).tolist()
        [[0.0, 1.0, 0.0, 1.0], [0.841, 0.54, 0.1, 0.995]]

    Chapter: 3-formulas/positions.

    Source: Vaswani et al. 2017, section 3.5.
    """
    check_positions(positions)
    check_waves("d_model", d_model, base)
    dtype = _float_dtype(positions)
    wide = widen(positions.to(dtype))
    angles = position_angles(wide, d_model, base=base)  # (*length, d_model / 2)
    waves = torch.stack([angles.sin(), angles.cos()], dim=-1)
    return waves.flatten(-2).to(dtype)  # (*length, d_model)


def rotary(
    x: Float[Tensor, "*batch length d"],
    positions: Real[Tensor, "*#batch length"] | None = None,
    *,
    base: float | int = 10_000.0,
    interleaved: bool = True,
) -> Float[Tensor, "*batch length d"]:
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

        >>> import torch
        >>> x = torch.tensor([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]).double()
        >>> rotary(x).round(decimals=3).tolist()
        [[1.0, 0.0], [0.54, 0.841], [-0.909, -0.416]]

    Chapter: 3-formulas/positions.

    Source: Su et al. 2021, section 3.2.
    """
    check_rotary(x, positions, base)
    wide = widen(x)
    if positions is None:
        positions = torch.arange(x.shape[-2], device=x.device)
    angles = position_angles(positions.to(wide.dtype), x.shape[-1], base=base)
    cos, sin = angles.cos(), angles.sin()  # (..., length, d / 2)
    first, second = _split_pairs(wide, interleaved)  # (..., length, d / 2)
    turned = first * cos - second * sin, first * sin + second * cos
    return _join_pairs(*turned, interleaved).to(x.dtype)  # (..., length, d)


def to_half_split(x: Shaped[Tensor, "*batch d"]) -> Shaped[Tensor, "*batch d"]:
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
        >>> import torch
        >>> to_half_split(torch.arange(6)).tolist()
        [0, 2, 4, 1, 3, 5]

    Chapter: 3-formulas/positions.
    """
    check_pairs(x)
    return torch.cat(_split_pairs(x, interleaved=True), dim=-1)


def from_half_split(
    x: Shaped[Tensor, "*batch d"],
) -> Shaped[Tensor, "*batch d"]:
    r"""Sort features from halves to neighbouring pairs: the inverse of the other.

    .. math::  y_{2c} = x_c, \qquad y_{2c+1} = x_{c + d/2}

    Args:
        x: Anything that ends in the features of a head, sorted by ``to_half_split``.

    Returns:
        The same numbers in the other order.

    Raises:
        ValueError: If the number of features is not even.

    Example:
        >>> import torch
        >>> from_half_split(torch.tensor([0, 2, 4, 1, 3, 5])).tolist()
        [0, 1, 2, 3, 4, 5]

    Chapter: 3-formulas/positions.
    """
    check_pairs(x)
    return _join_pairs(*_split_pairs(x, interleaved=False), interleaved=True)


def _split_pairs(
    x: Shaped[Tensor, "*batch d"], interleaved: bool
) -> tuple[Shaped[Tensor, "*batch pairs"], Shaped[Tensor, "*batch pairs"]]:
    half = x.shape[-1] // 2
    if interleaved:
        return x[..., 0::2], x[..., 1::2]
    return x[..., :half], x[..., half:]


def _join_pairs(
    first: Shaped[Tensor, "*batch pairs"],
    second: Shaped[Tensor, "*batch pairs"],
    interleaved: bool,
) -> Shaped[Tensor, "*batch d"]:
    if interleaved:
        return torch.stack([first, second], dim=-1).flatten(-2)  # (..., d)
    return torch.cat([first, second], dim=-1)


def _float_dtype(positions: Real[Tensor, "*length"]) -> torch.dtype:
    """Give the dtype of positions, or torch's default if they are whole numbers."""
    whole = not positions.dtype.is_floating_point
    return torch.get_default_dtype() if whole else positions.dtype
