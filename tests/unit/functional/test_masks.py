import pytest
import torch
from torch.nn.attention.bias import causal_lower_right

from attnbook.functional import (
    causal_mask,
    combine_masks,
    padding_mask,
    sliding_window_mask,
)


def test_the_causal_mask_is_the_lower_right_one_of_torch() -> None:
    for n_queries, n_keys in ((3, 3), (2, 5)):
        theirs = causal_lower_right(n_queries, n_keys)._materialize()
        assert torch.equal(causal_mask(n_queries, n_keys), theirs)


@pytest.mark.parametrize("device", ["meta", torch.device("meta")])
def test_masks_are_made_where_they_are_needed(device: object) -> None:
    assert causal_mask(3, device=device).device.type == "meta"
    assert sliding_window_mask(3, window=1, device=device).device.type == "meta"
    assert causal_mask(3).device.type == "cpu"


def test_lengths_may_be_a_list_or_a_tensor() -> None:
    expected = torch.tensor([[[True, False]], [[True, True]]])
    for lengths in ([1, 2], torch.tensor([1, 2]), torch.tensor([1, 2]).byte()):
        assert torch.equal(padding_mask(lengths, 2), expected)


def test_one_mask_combined_is_a_copy() -> None:
    mask = causal_mask(3)
    combine_masks(mask).fill_(False)
    assert mask.any()
