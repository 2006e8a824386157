import re
from typing import Any

import numpy as np
import pytest

from attnbook.shapes.numbers import (
    check_base,
    check_count,
    check_finite,
    check_scale,
    check_temperature,
)


@pytest.mark.parametrize("value", [1, 0.5, 1e-30, 1e30, np.float32(2), np.int64(3)])
def test_positive_numbers_are_temperatures(value: Any) -> None:
    check_temperature(value)


@pytest.mark.parametrize("value", [0, -1.0, 1e-31, 1e31])
def test_other_numbers_are_no_temperatures(value: float) -> None:
    with pytest.raises(
        ValueError, match=re.escape(f"temperature is {value} and must lie")
    ):
        check_temperature(value)


@pytest.mark.parametrize("value", [np.inf, -np.inf, np.nan])
def test_infinite_numbers_are_named(value: float) -> None:
    with pytest.raises(ValueError, match=f"temperature is {value} and must be finite"):
        check_temperature(value)


@pytest.mark.parametrize("value", ["1", None, True, np.ones(2), 1j])
def test_what_is_no_number_is_named(value: Any) -> None:
    kind = type(value).__name__
    with pytest.raises(ValueError, match=f"scale is a {kind} and must be a number"):
        check_finite("scale", value)


def test_a_scale_may_be_missing_or_negative_but_not_infinite() -> None:
    check_scale(None)
    check_scale(-0.5)
    with pytest.raises(ValueError, match="scale is inf"):
        check_scale(np.inf)


@pytest.mark.parametrize("base", [1, 0.5, 0, -2])
def test_a_base_is_above_one(base: float) -> None:
    with pytest.raises(ValueError, match=f"base is {base} and must be above 1"):
        check_base(base)


@pytest.mark.parametrize("value", [-1, 2.0, True, "3", None])
def test_a_count_is_a_whole_number(value: Any) -> None:
    with pytest.raises(ValueError, match=f"window is {value!r} and must be a whole"):
        check_count("window", value)


def test_a_count_has_a_least_value() -> None:
    check_count("window", np.int64(1), at_least=1)
    with pytest.raises(ValueError, match=r"window is 0 .* at least 1"):
        check_count("window", 0, at_least=1)
