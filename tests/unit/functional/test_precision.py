import pytest
import torch

from attnbook.functional.precision import widen


@pytest.mark.parametrize(
    ("given", "wide"),
    [
        (torch.float16, torch.float32),
        (torch.bfloat16, torch.float32),
        (torch.float32, torch.float32),
        (torch.float64, torch.float64),
    ],
)
def test_narrow_floats_are_widened_and_wide_ones_kept(
    given: torch.dtype, wide: torch.dtype
) -> None:
    assert widen(torch.ones(2, dtype=given)).dtype == wide
