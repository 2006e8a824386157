"""Check numbers: temperatures, scales, counts."""

import math
from numbers import Integral, Real
from typing import Any


def check_temperature(temperature: Any) -> None:
    """Check that a temperature is a positive number that a float32 can divide by.

    Raises:
        ValueError: If it is not.
    """
    check_finite("temperature", temperature)
    if not 1e-30 <= temperature <= 1e30:
        raise ValueError(
            f"temperature is {temperature} and must lie between 1e-30 and 1e30: "
            "scores are divided by it"
        )


def check_scale(scale: Any) -> None:
    """Check that a scale is ``None`` or a finite number.

    Raises:
        ValueError: If it is neither.
    """
    if scale is not None:
        check_finite("scale", scale)


def check_base(base: Any) -> None:
    """Check the base of a logarithm.

    Raises:
        ValueError: If it is not a number above 1.
    """
    check_finite("base", base)
    if base <= 1:
        raise ValueError(
            f"base is {base} and must be above 1: 2 gives bits, e gives nats"
        )


def check_finite(name: str, value: Any) -> None:
    """Check that a value is a finite number.

    Raises:
        ValueError: If it is not.
    """
    if isinstance(value, bool) or not isinstance(value, Real):
        raise ValueError(f"{name} is a {type(value).__name__} and must be a number")
    if not math.isfinite(value):
        raise ValueError(f"{name} is {value} and must be finite")


def check_count(name: str, value: Any, *, at_least: int = 0) -> None:
    """Check that a value is a whole number, not too small.

    Raises:
        ValueError: If it is not.
    """
    whole = isinstance(value, Integral) and not isinstance(value, bool)
    if not whole or value < at_least:
        raise ValueError(
            f"{name} is {value!r} and must be a whole number, at least {at_least}"
        )
