import numpy as np
import pytest

from attnbook.reference import (
    causal_mask,
    combine_masks,
    padding_mask,
    receptive_field,
    sliding_window_mask,
)

same = np.testing.assert_array_equal


def test_one_layer_hears_what_its_mask_lets_through() -> None:
    same(receptive_field(causal_mask(5)), causal_mask(5))


def test_causal_layers_stay_causal_however_many() -> None:
    same(receptive_field(*[causal_mask(7)] * 5), causal_mask(7))


@pytest.mark.parametrize("n_layers", [1, 2, 3])
def test_each_layer_lengthens_a_window_by_what_it_shows_of_the_past(
    n_layers: int,
) -> None:
    mask = combine_masks(causal_mask(11), sliding_window_mask(11, window=3))
    reach = receptive_field(*[mask] * n_layers)
    assert reach[-1].sum() == 1 + 2 * n_layers


def test_one_look_ahead_a_layer_adds_up() -> None:
    leaky = np.tri(7, k=1, dtype=bool)
    same(receptive_field(leaky, leaky, leaky), np.tri(7, k=3, dtype=bool))


def test_the_last_mask_is_that_of_the_last_layer() -> None:
    first, last = np.zeros((2, 3, 3), bool)
    first[1, 0] = last[2, 1] = True  # 0 tells 1, and then 1 tells 2
    assert receptive_field(first, last)[2, 0]
    assert not receptive_field(last, first)[2, 0]


def test_a_token_that_sees_nothing_keeps_itself() -> None:
    same(receptive_field(np.zeros((3, 3), bool)), np.eye(3, dtype=bool))


def test_hidden_padding_reaches_no_other_token() -> None:
    mask = combine_masks(causal_mask(5), padding_mask([2, 5], 5))
    reach = receptive_field(mask, mask, mask)
    same(reach[0, :, 2:], np.eye(5, dtype=bool)[:, 2:])
    same(reach[1], causal_mask(5))


def test_layers_broadcast_over_a_batch() -> None:
    batch = padding_mask([2, 3], 3) & np.ones((3, 3), bool)  # (b, n, n)
    assert receptive_field(causal_mask(3), batch).shape == (2, 3, 3)


def test_masks_are_not_changed() -> None:
    mask = np.zeros((3, 3), bool)
    receptive_field(mask, mask)
    assert not mask.any()


@pytest.mark.usefixtures("without_type_hook")
@pytest.mark.parametrize(
    ("masks", "message"),
    [
        ((), "masks is empty: give one mask for each layer"),
        ((np.ones((2, 1, 3), bool),), r"\(2, 1, 3\) and must be \(\.\.\., n, n\)"),
        ((np.ones(3, bool),), r"masks\[0\] has shape \(3,\)"),
        ((np.ones((3, 3)),), "dtype float64 and must be boolean"),
        ((np.ones((3, 3), bool), np.ones((5, 5), bool)), "must broadcast"),
    ],
)
def test_what_is_no_mask_of_a_layer_is_refused(masks: tuple, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        receptive_field(*masks)
