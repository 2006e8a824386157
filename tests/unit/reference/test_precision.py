import numpy as np
import pytest

from attnbook.reference.precision import widen


@pytest.mark.parametrize(
    ("given", "wide"),
    [("float16", "float32"), ("float32", "float32"), ("float64", "float64")],
)
def test_narrow_floats_are_widened_and_wide_ones_kept(given: str, wide: str) -> None:
    assert widen(np.ones(2, given)).dtype == wide
