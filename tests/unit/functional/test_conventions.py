import pytest
import torch

from attnbook import functional
from attnbook.functional import to_additive


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float64])
def test_an_additive_mask_has_the_dtype_of_the_scores(dtype: torch.dtype) -> None:
    bias = to_additive(torch.tensor([True, False]), dtype=dtype)
    assert bias.dtype == dtype
    assert bias.tolist() == [0.0, -torch.inf]


@pytest.mark.parametrize("name", ["additive", "torch_sdpa", "torch_mha", "keras"])
def test_converted_masks_stay_on_their_device(name: str) -> None:
    mask = torch.ones(2, 3, 5, dtype=torch.bool, device="meta")
    assert getattr(functional, f"to_{name}")(mask).device.type == "meta"


@pytest.mark.parametrize("name", ["torch_sdpa", "torch_mha", "keras"])
def test_a_converted_mask_is_a_new_tensor(name: str) -> None:
    for way in ("to", "from"):
        mask = torch.tensor([[True, False], [True, True]])
        getattr(functional, f"{way}_{name}")(mask).zero_()
        assert mask.tolist() == [[True, False], [True, True]]
