import numpy as np
import pytest

from attnbook.reference import (
    causal_mask,
    combine_masks,
    padding_mask,
    sliding_window_mask,
)

same = np.testing.assert_array_equal


def test_a_query_sees_itself_and_the_past() -> None:
    same(causal_mask(3), [[1, 0, 0], [1, 1, 0], [1, 1, 1]])


def test_the_last_query_sees_all_keys_however_many() -> None:
    same(causal_mask(2, 5), [[1, 1, 1, 1, 0], [1, 1, 1, 1, 1]])
    same(causal_mask(3, 2), [[0, 0], [1, 0], [1, 1]])


def test_rows_of_a_longer_mask_are_those_of_the_last_queries() -> None:
    same(causal_mask(2, 5), causal_mask(5)[-2:])
    same(sliding_window_mask(2, 5, window=2), sliding_window_mask(5, window=2)[-2:])


def test_no_queries_or_keys_give_an_empty_mask() -> None:
    assert causal_mask(0).shape == (0, 0)
    assert causal_mask(2, 0).shape == (2, 0)


def test_padding_comes_last_and_every_query_skips_it() -> None:
    mask = padding_mask([0, 2, 3], 3)
    assert mask.shape == (3, 1, 3)
    same(mask[:, 0], [[0, 0, 0], [1, 1, 0], [1, 1, 1]])


@pytest.mark.parametrize("lengths", [(0, 2), [0, 2], np.array([0, 2], np.uint8)])
def test_lengths_may_be_a_list_or_an_array(lengths: object) -> None:
    same(padding_mask(lengths, 3), padding_mask([0, 2], 3))


def test_a_window_counts_its_own_position() -> None:
    same(sliding_window_mask(3, window=1), np.eye(3, dtype=bool))
    same(sliding_window_mask(3, window=2), [[1, 1, 0], [1, 1, 1], [0, 1, 1]])
    same(sliding_window_mask(3, window=3), np.ones((3, 3), bool))


def test_a_causal_window_has_as_many_keys_as_it_says() -> None:
    mask = combine_masks(causal_mask(11), sliding_window_mask(11, window=4))
    same(mask.sum(-1), [1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4])


def test_combined_masks_allow_what_each_allows() -> None:
    mask = combine_masks(causal_mask(3), None, padding_mask([1, 3], 3))
    assert mask.shape == (2, 3, 3)
    same(mask[0], [[1, 0, 0]] * 3)
    same(mask[1], causal_mask(3))


def test_nothing_combined_forbids_nothing() -> None:
    assert combine_masks() is None
    assert combine_masks(None, None) is None


def test_one_mask_combined_is_a_copy() -> None:
    mask = causal_mask(3)
    combined = combine_masks(mask)
    combined[:] = False
    same(mask, causal_mask(3))


def test_masks_are_boolean_and_may_be_written_to() -> None:
    for mask in (
        causal_mask(3),
        padding_mask([1], 3),
        sliding_window_mask(3, window=1),
    ):
        assert mask.dtype == bool
        assert mask.flags.writeable


@pytest.mark.usefixtures("without_type_hook")
@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: causal_mask(-1), "n_queries is -1"),
        (lambda: causal_mask(2, 1.5), r"n_keys is 1\.5"),
        (lambda: sliding_window_mask(3, window=0), "window is 0 and must be a whole"),
        (lambda: padding_mask([4], 3), "lengths holds 4 and n_keys is 3"),
        (lambda: padding_mask([1.5], 3), "dtype float64: it needs whole numbers"),
        (lambda: combine_masks(np.zeros((2, 2))), "mask has dtype float64"),
        (lambda: combine_masks(causal_mask(2), causal_mask(3)), "must broadcast"),
    ],
)
def test_impossible_numbers_are_named(call: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
