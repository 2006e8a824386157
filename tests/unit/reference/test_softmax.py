import numpy as np
import pytest

from attnbook.reference import log_softmax, softmax

E = np.e
close = np.testing.assert_allclose


def test_two_scores_one_apart_give_e_to_one() -> None:
    close(softmax(np.array([[1.0, 0.0]])), [[E / (1 + E), 1 / (1 + E)]], rtol=1e-15)


def test_weights_sum_to_one_along_the_chosen_axis(rng: np.random.Generator) -> None:
    scores = rng.normal(size=(2, 3, 5))
    for axis in (0, 1, 2, -1, -2, -3):
        close(softmax(scores, axis=axis).sum(axis), 1.0, rtol=1e-14)


def test_temperature_divides_the_scores() -> None:
    scores = np.array([6.0, 2.0, 0.0])
    close(softmax(scores, temperature=2.0), softmax(scores / 2.0), rtol=1e-15)


def test_cold_takes_the_highest_and_hot_evens_out() -> None:
    scores = np.array([1.0, 3.0, 2.0])
    close(softmax(scores, temperature=1e-30), [0.0, 1.0, 0.0], atol=0)
    close(softmax(scores, temperature=1e30), [1 / 3, 1 / 3, 1 / 3], rtol=1e-15)


def test_cold_divides_equal_highest_scores_equally() -> None:
    close(softmax(np.array([3.0, 1.0, 3.0]), temperature=1e-30), [0.5, 0, 0.5], atol=0)


def test_masked_keys_get_zero_weight_and_the_others_share() -> None:
    scores = np.array([[0.0, 5.0, 0.0], [0.0, 0.0, 0.0]])
    mask = np.array([[True, False, True], [False, True, True]])
    close(softmax(scores, mask=mask), [[0.5, 0, 0.5], [0, 0.5, 0.5]], atol=0)


def test_a_row_with_nothing_to_attend_to_gets_zeros() -> None:
    mask = np.array([[True, True], [False, False]])
    close(softmax(np.zeros((2, 2)), mask=mask), [[0.5, 0.5], [0, 0]], atol=0)


def test_scores_of_minus_infinity_mask_as_well() -> None:
    scores = np.array([[0.0, -np.inf], [-np.inf, -np.inf]])
    close(softmax(scores), [[1, 0], [0, 0]], atol=0)


@pytest.mark.parametrize("fault", [np.nan, np.inf])
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_a_fault_shows_in_its_own_row_only(fault: float) -> None:
    weights = softmax(np.array([[fault, 0.0], [0.0, 0.0]]))
    assert np.isnan(weights[0]).any()
    close(weights[1], [0.5, 0.5], atol=0)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_largest_scores_do_not_overflow(dtype: type) -> None:
    big = np.finfo(dtype).max
    for temperature in (1.0, 1e-30, 1e30):
        weights = softmax(np.array([big, big, -big], dtype), temperature=temperature)
        assert np.isfinite(weights).all()
        close(weights.sum(), 1.0, rtol=1e-6)


def test_half_precision_is_exact_to_its_last_digit(rng: np.random.Generator) -> None:
    scores = (rng.normal(size=(3, 997)) * 4).astype(np.float16)
    weights = softmax(scores)
    assert weights.dtype == np.float16
    exact = softmax(scores.astype(np.float64)).astype(np.float16)
    close(weights, exact, rtol=1e-3, atol=6e-8)


def test_axis_of_keys_may_come_first() -> None:
    mask = np.array([[True], [False], [True]])
    close(softmax(np.zeros((3, 2)), axis=0, mask=mask), [[0.5] * 2, [0] * 2, [0.5] * 2])


def test_logarithms_are_those_of_the_weights(rng: np.random.Generator) -> None:
    scores = rng.normal(size=(2, 3, 5))
    for axis, temperature in ((-1, 1.0), (0, 0.7), (1, 3)):
        weights = softmax(scores, axis=axis, temperature=temperature)
        logs = log_softmax(scores, axis=axis, temperature=temperature)
        close(logs, np.log(weights), rtol=1e-12)


def test_logarithms_survive_where_weights_round_to_zero() -> None:
    scores = np.array([[0.0, -1e4], [-np.inf, 0.0], [-np.inf, -np.inf]])
    expected = [[0.0, -1e4], [-np.inf, 0.0], [-np.inf, -np.inf]]
    close(log_softmax(scores), expected, atol=0)
    close(log_softmax(scores.astype(np.float16)), expected, atol=0)
