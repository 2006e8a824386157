"""Check what says where tokens stand: positions, distances, and biases made of them."""

from typing import Any

from attnbook.shapes.axes import Shape, broadcast_shapes, check
from attnbook.shapes.dtypes import FLOATS, check_floats, dtype_name
from attnbook.shapes.numbers import check_count, check_finite


def check_waves(name: str, d: Any, base: Any) -> None:
    """Check that features come in pairs, and that the waves get longer.

    Raises:
        ValueError: If ``d`` is no even number above 0, or ``base`` no number above 1.

    Example:
        >>> check_waves("d_model", 6, 10_000)
        >>> check_waves("d_model", 7, 10_000)
        Traceback (most recent call last):
        ...
        ValueError: d_model is 7 and must be even: features are turned in pairs
    """
    check_count(name, d, at_least=1)
    if d % 2:
        raise ValueError(
            f"{name} is {d} and must be even: features are turned in pairs"
        )
    check_finite("base", base)
    if base <= 1:
        raise ValueError(
            f"base is {base} and must be above 1: each pair turns more slowly than the "
            "one before it, down to about once in 2π · base positions"
        )


def check_positions(positions: Any) -> None:
    """Check that positions are an array of numbers.

    Raises:
        ValueError: If they are not.
    """
    kind = dtype_name("positions", positions)
    if kind not in FLOATS and "int" not in kind:
        raise ValueError(
            f"positions has dtype {kind} and must hold numbers, one for each token: "
            "is it a mask?"
        )


def check_rotary(x: Any, positions: Any, base: Any) -> None:
    """Check what is to be turned, and that there is a position for each token.

    Raises:
        ValueError: If ``x`` is no floats on (..., length, d) with an even ``d``, or
            the positions do not broadcast to (..., length).
    """
    check("x: ... length d", x)
    check_waves("d", x.shape[-1], base)
    if positions is None:
        return
    check_positions(positions)
    came, tokens = tuple(positions.shape), tuple(x.shape[:-1])
    if not _fits(came, tokens):
        raise ValueError(
            f"positions has shape {came} and x has tokens {tokens}: it needs one "
            "position for each token, (length) or (..., length)"
        )


def check_pairs(x: Any) -> None:
    """Check that an array ends in features that come in pairs.

    Raises:
        ValueError: If it does not.
    """
    dtype_name("x", x)
    if not x.shape or x.shape[-1] == 0 or x.shape[-1] % 2:
        raise ValueError(
            f"x has shape {tuple(x.shape)} and must end in an even number of "
            "features: they are turned in pairs"
        )


def check_buckets(n_buckets: Any, max_distance: Any, bidirectional: bool) -> None:
    """Check that there are buckets for each direction, and distances to share them.

    Raises:
        ValueError: If a number is not whole, there are fewer than two buckets for each
            direction, an odd number is to serve two, or ``max_distance`` is among the
            distances that have a bucket of their own.

    Example:
        >>> check_buckets(32, 128, True)
        >>> check_buckets(32, 8, True)
        Traceback (most recent call last):
        ...
        ValueError: max_distance is 8 and must be above 8: of 16 buckets for a
        direction the first 8 hold one distance each, and the others share the rest
    """
    check_count("n_buckets", n_buckets, at_least=4 if bidirectional else 2)
    check_count("max_distance", max_distance)
    if bidirectional and n_buckets % 2:
        raise ValueError(
            f"n_buckets is {n_buckets} and must be even: half of them are for keys "
            "after the query. In a causal model pass bidirectional=False"
        )
    n_one_way = n_buckets // 2 if bidirectional else n_buckets
    if max_distance <= n_one_way // 2:
        raise ValueError(
            f"max_distance is {max_distance} and must be above {n_one_way // 2}: of "
            f"{n_one_way} buckets for a direction the first {n_one_way // 2} hold one "
            "distance each, and the others share the rest"
        )


def check_offsets(offsets: Any) -> None:
    """Check that offsets are an array of whole numbers.

    Raises:
        ValueError: If they are not.
    """
    kind = dtype_name("offsets", offsets)
    if "int" not in kind:
        raise ValueError(
            f"offsets has dtype {kind} and must hold whole numbers, key minus query: "
            "relative_positions makes them"
        )


def check_score_bias(score_bias: Any, shape: Shape) -> None:
    """Check that a bias is of floats and broadcasts to scores of a shape.

    Raises:
        ValueError: If it is not, or does not.
    """
    if dtype_name("score_bias", score_bias) == "bool":
        raise ValueError(
            "score_bias has dtype bool and must be floats, which are added to the "
            "scores: is it a mask? Pass it as mask"
        )
    check_floats(score_bias=score_bias)
    came = tuple(score_bias.shape)
    if not _fits(came, shape):
        raise ValueError(
            f"score_bias has shape {came} and must broadcast to the scores, "
            f"(..., q, k) = {shape}: do heads, queries and keys stand in this order?"
        )


def _fits(came: Shape, shape: Shape) -> bool:
    try:
        return broadcast_shapes(came, shape) == shape
    except ValueError:
        return False
