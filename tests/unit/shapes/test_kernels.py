from typing import Any

import numpy as np
import pytest

from attnbook.shapes.kernels import check_bandwidth


@pytest.mark.parametrize("bandwidth", [1e-14, 1, 2.5, np.float32(3), 1e14])
def test_positive_lengths_pass(bandwidth: Any) -> None:
    check_bandwidth(bandwidth)


@pytest.mark.parametrize("bandwidth", [0, -1.5, 1e-15, 1e15])
def test_a_bandwidth_that_cannot_be_divided_by_is_told(bandwidth: Any) -> None:
    with pytest.raises(ValueError, match=f"bandwidth is {bandwidth} and must lie"):
        check_bandwidth(bandwidth)


@pytest.mark.parametrize(
    ("bandwidth", "told"),
    [("2", "is a str"), (True, "is a bool"), (np.nan, "is nan"), (None, "NoneType")],
)
def test_what_is_no_number_is_told(bandwidth: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check_bandwidth(bandwidth)
