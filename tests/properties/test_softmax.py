"""What softmax keeps, whatever the scores are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from attnbook.reference import attention_entropy, log_softmax, softmax

close = np.testing.assert_allclose

sizes = st.tuples(st.integers(1, 5), st.integers(1, 7))
scores = arrays(np.float64, sizes, elements=st.floats(-1e3, 1e3))
temperatures = st.floats(1e-2, 1e2)


@st.composite
def scores_and_mask(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    drawn = draw(scores)
    return drawn, draw(arrays(bool, drawn.shape))


@given(scores_and_mask(), temperatures)
def test_rows_sum_to_one_or_to_zero(both: tuple, temperature: float) -> None:
    drawn, mask = both
    weights = softmax(drawn, temperature=temperature, mask=mask)
    assert (weights >= 0).all()
    close(weights.sum(-1), mask.any(-1).astype(float), rtol=1e-12)


@given(scores, st.floats(-1e3, 1e3), temperatures)
def test_a_constant_added_to_all_scores_changes_nothing(
    drawn: np.ndarray, constant: float, temperature: float
) -> None:
    shifted = softmax(drawn + constant, temperature=temperature)
    # The sum rounds to 2e-13 of a score, which temperature 0.01 makes 2e-11.
    close(shifted, softmax(drawn, temperature=temperature), atol=1e-10)


@given(scores, st.randoms(use_true_random=False))
def test_permuted_scores_give_permuted_weights(
    drawn: np.ndarray, random: object
) -> None:
    order = list(range(drawn.shape[-1]))
    random.shuffle(order)
    close(softmax(drawn[:, order]), softmax(drawn)[:, order], rtol=1e-12)


@given(scores, temperatures)
def test_a_higher_score_never_gets_a_lower_weight(
    drawn: np.ndarray, temperature: float
) -> None:
    weights = softmax(drawn, temperature=temperature)
    by_score = np.take_along_axis(weights, drawn.argsort(-1), -1)
    assert (np.diff(by_score) >= 0).all()


@given(scores.map(np.round))
def test_cold_chooses_the_highest(drawn: np.ndarray) -> None:
    highest = drawn == drawn.max(-1, keepdims=True)
    expected = highest / highest.sum(-1, keepdims=True)
    close(softmax(drawn, temperature=1e-30), expected, atol=1e-15)


@given(scores)
def test_hot_chooses_nothing(drawn: np.ndarray) -> None:
    close(softmax(drawn, temperature=1e30), 1 / drawn.shape[-1], rtol=1e-12)


@given(scores, st.floats(0.1, 10), st.floats(1.0, 10))
def test_entropy_grows_with_temperature(
    drawn: np.ndarray, temperature: float, factor: float
) -> None:
    cold = attention_entropy(softmax(drawn, temperature=temperature))
    warm = attention_entropy(softmax(drawn, temperature=temperature * factor))
    assert (warm >= cold - 1e-9).all()
    assert (warm <= np.log(drawn.shape[-1]) + 1e-9).all()


@given(scores_and_mask())
def test_a_masked_key_may_as_well_be_absent(both: tuple) -> None:
    drawn, mask = both
    weights = softmax(drawn, mask=mask)
    for row, allowed, given_weights in zip(drawn, mask, weights, strict=True):
        if allowed.any():
            close(given_weights[allowed], softmax(row[allowed]), rtol=1e-12)


@given(scores, temperatures)
def test_log_softmax_is_the_logarithm(drawn: np.ndarray, temperature: float) -> None:
    logs = log_softmax(drawn, temperature=temperature)
    close(np.exp(logs), softmax(drawn, temperature=temperature), rtol=1e-9, atol=1e-300)
    assert np.isfinite(logs).all()


@given(arrays(np.float16, sizes, elements=st.floats(-65504, 65504, width=16)))
def test_half_precision_never_gives_nan(drawn: np.ndarray) -> None:
    weights = softmax(drawn)
    assert weights.dtype == np.float16
    close(weights.astype(float).sum(-1), 1.0, atol=4e-3)


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_the_slope_of_softmax_is_the_jacobian(
    temperature: float, rng: np.random.Generator
) -> None:
    drawn = rng.normal(size=7)
    a = softmax(drawn, temperature=temperature)
    jacobian = (np.diag(a) - np.outer(a, a)) / temperature
    for j in range(7):
        step = np.eye(7)[j] * 1e-6
        ahead, behind = (
            softmax(drawn + s, temperature=temperature) for s in (step, -step)
        )
        close((ahead - behind) / 2e-6, jacobian[:, j], atol=1e-9)
