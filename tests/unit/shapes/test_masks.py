from typing import Any

import numpy as np
import pytest

from attnbook import shapes


def booleans(*shape: int) -> np.ndarray:
    return np.ones(shape, bool)


@pytest.mark.parametrize(
    "shape", [(), (5,), (1,), (3, 5), (3, 1), (2, 3, 5), (2, 1, 5), (1, 1, 1)]
)
def test_a_mask_that_broadcasts_to_the_scores_passes(shape: tuple) -> None:
    shapes.check_mask(booleans(*shape), (2, 3, 5))


def test_no_mask_passes() -> None:
    shapes.check_mask(None, (2, 3, 5))


@pytest.mark.parametrize("shape", [(3,), (7, 1, 1), (1, 2, 3, 5)])
def test_a_mask_that_does_not_fit_is_told_both_shapes(shape: tuple) -> None:
    with pytest.raises(ValueError, match="must broadcast to the scores") as error:
        shapes.check_mask(booleans(*shape), (2, 3, 5))
    assert str(shape) in str(error.value)
    assert "(2, 3, 5)" in str(error.value)


def test_a_mask_must_not_enlarge_the_scores() -> None:
    with pytest.raises(ValueError, match="must broadcast"):
        shapes.check_mask(booleans(2, 3, 5), (3, 5))


def test_a_mask_with_queries_and_keys_swapped_is_recognised() -> None:
    with pytest.raises(ValueError, match="are its queries and keys swapped"):
        shapes.check_mask(booleans(5, 3), (2, 3, 5))


def test_a_mask_that_lacks_heads_is_recognised() -> None:
    with pytest.raises(ValueError, match=r"mask\[:, None\]"):
        shapes.check_mask(booleans(2, 1, 5), (2, 7, 3, 5))


def test_masks_that_do_not_fit_each_other_are_named() -> None:
    with pytest.raises(ValueError, match=r"\(2, 3\) and \(5,\), and must broadcast"):
        shapes.check_masks(booleans(2, 3), booleans(5))


@pytest.mark.parametrize("shape", [(5,), (2, 2, 2, 3, 5)])
def test_torch_mha_gets_no_mask_that_it_would_refuse(shape: tuple) -> None:
    with pytest.raises(ValueError, match="Use to_key_padding"):
        shapes.check_mha_mask(booleans(*shape), 1)


@pytest.mark.parametrize(("shape", "n_heads"), [((5,), 1), ((7, 3, 5), 2)])
def test_a_mask_that_torch_mha_would_refuse_is_not_read(
    shape: tuple, n_heads: int
) -> None:
    with pytest.raises(ValueError, match=f"with h = {n_heads}"):
        shapes.check_from_mha_mask(booleans(*shape), n_heads)


@pytest.mark.parametrize("shape", [(5,), (3, 5), (2, 3, 5)])
def test_a_mask_that_differs_between_queries_is_no_key_padding(shape: tuple) -> None:
    with pytest.raises(ValueError, match="goes through to_torch_mha"):
        shapes.check_one_row(booleans(*shape))


def test_a_key_padding_mask_has_an_axis() -> None:
    with pytest.raises(ValueError, match="key_padding_mask has no axes"):
        shapes.check_has_axis("key_padding_mask", booleans())


@pytest.mark.parametrize("other", [1.0, -0.5, -9999.0, np.nan, np.inf])
def test_numbers_that_forbid_nothing_are_named(other: float) -> None:
    with pytest.raises(ValueError, match=f"score_bias holds {other:g}.*ALiBi"):
        shapes.check_no_bias([other])


@pytest.mark.parametrize(
    ("lengths", "message"),
    [
        (np.array([2, 7]), "lengths holds 7 and n_keys is 5"),
        (np.array([-1]), "lengths holds -1 and n_keys is 5"),
        (np.array([2.0]), r"shape \(1,\) and dtype float64: it needs whole numbers"),
        (np.array([[2]]), r"shape \(1, 1\) and dtype int64"),
        (np.array(2), r"shape \(\) and dtype int64"),
        (np.array([]), r"shape \(0,\) and dtype float64"),
    ],
)
def test_impossible_lengths_are_named(lengths: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        shapes.check_lengths(lengths, 5)
