import numpy as np
import pytest

from attnbook.shapes.positions import (
    check_buckets,
    check_offsets,
    check_pairs,
    check_positions,
    check_rotary,
    check_score_bias,
    check_waves,
)

X = np.ones((2, 5, 6))


@pytest.mark.parametrize(
    ("d", "base", "told"),
    [
        (7, 10, "d_model is 7 and must be even"),
        (0, 10, "d_model is 0 and must be a whole number, at least 1"),
        (6.0, 10, "d_model is 6.0 and must be a whole number"),
        (6, 1, "base is 1 and must be above 1"),
        (6, np.inf, "base is inf and must be finite"),
        (6, "10", "base is a str"),
    ],
)
def test_waves_come_in_pairs_and_get_longer(d, base, told) -> None:
    check_waves("d_model", 6, 10_000)
    with pytest.raises(ValueError, match=told):
        check_waves("d_model", d, base)


def test_positions_are_numbers() -> None:
    check_positions(np.arange(3))
    check_positions(np.arange(3.0))
    with pytest.raises(ValueError, match="positions has dtype bool"):
        check_positions(np.ones(3, bool))
    with pytest.raises(ValueError, match="positions is a int and must be an array"):
        check_positions(3)


@pytest.mark.parametrize("shape", [(5,), (2, 5), (1, 5), (2, 1), ()])
def test_positions_that_broadcast_to_the_tokens_pass(shape) -> None:
    check_rotary(X, np.ones(shape), 10)
    check_rotary(X, None, 10)


@pytest.mark.parametrize("shape", [(2,), (6,), (3, 5), (1, 2, 5), (5, 2)])
def test_positions_that_are_not_one_for_each_token_are_told(shape) -> None:
    with pytest.raises(ValueError, match=r"x has tokens \(2, 5\): it needs one"):
        check_rotary(X, np.ones(shape), 10)


@pytest.mark.parametrize(
    ("x", "told"),
    [
        (np.ones((5, 7)), "d is 7 and must be even"),
        (np.ones(6), "x has 1 axis"),
        (np.ones((5, 6), int), "x has dtype int64"),
    ],
)
def test_what_cannot_be_turned_is_told(x, told) -> None:
    with pytest.raises(ValueError, match=told):
        check_rotary(x, None, 10)


@pytest.mark.parametrize("shape", [(), (0,), (4, 3)])
def test_features_that_do_not_pair_are_told(shape) -> None:
    check_pairs(np.ones((4, 2)))
    with pytest.raises(ValueError, match="an even number of features"):
        check_pairs(np.ones(shape))


@pytest.mark.parametrize(
    ("n", "farthest", "bidirectional", "told"),
    [
        (3, 128, True, "n_buckets is 3 and must be a whole number, at least 4"),
        (1, 128, False, "n_buckets is 1 and must be a whole number, at least 2"),
        (5, 128, True, "n_buckets is 5 and must be even"),
        (32, 8, True, "max_distance is 8 and must be above 8"),
        (32, 16, False, "max_distance is 16 and must be above 16"),
        (32, 1.5, True, "max_distance is 1.5"),
    ],
)
def test_buckets_that_do_not_suffice_are_told(n, farthest, bidirectional, told) -> None:
    check_buckets(4, 2, True)
    check_buckets(3, 2, False)
    check_buckets(32, 17, False)
    with pytest.raises(ValueError, match=told):
        check_buckets(n, farthest, bidirectional)


def test_offsets_are_whole_numbers() -> None:
    check_offsets(np.arange(3))
    with pytest.raises(ValueError, match="relative_positions makes them"):
        check_offsets(np.arange(3.0))


@pytest.mark.parametrize("shape", [(3, 7), (7,), (2, 3, 7), (1, 1), (2, 1, 7), ()])
def test_biases_that_broadcast_to_the_scores_pass(shape) -> None:
    check_score_bias(np.ones(shape, np.float32), (2, 3, 7))


@pytest.mark.parametrize("shape", [(7, 3), (5, 3, 7), (1, 2, 3, 7)])
def test_biases_that_do_not_are_told(shape) -> None:
    with pytest.raises(ValueError, match=r"\(\.\.\., q, k\) = \(2, 3, 7\)"):
        check_score_bias(np.ones(shape), (2, 3, 7))


def test_a_mask_is_no_bias() -> None:
    with pytest.raises(ValueError, match="is it a mask"):
        check_score_bias(np.ones((3, 7), bool), (2, 3, 7))
