"""Check what a kernel regression is given beside its arrays."""

from typing import Any

from attnbook.shapes.numbers import check_finite


def check_bandwidth(bandwidth: Any) -> None:
    """Check that a bandwidth is a positive length, neither tiny nor huge.

    Raises:
        ValueError: If it is not a number from 1e-14 to 1e14.

    Example:
        >>> check_bandwidth(1.5)
        >>> check_bandwidth(0)
        Traceback (most recent call last):
        ...
        ValueError: bandwidth is 0 and must lie between 1e-14 and 1e14: distances are
        divided by it, and the nearest key wins already as it comes close to 0
    """
    check_finite("bandwidth", bandwidth)
    if not 1e-14 <= bandwidth <= 1e14:
        raise ValueError(
            f"bandwidth is {bandwidth} and must lie between 1e-14 and 1e14: distances "
            "are divided by it, and the nearest key wins already as it comes close to 0"
        )
