import numpy as np
import pytest

from attnbook.reference import gumbel_noise, hardmax, reinforce_gradient, softmax

close = np.testing.assert_allclose
N_Q, N_K = 3, 5


def test_the_highest_score_takes_all(rng: np.random.Generator) -> None:
    scores = rng.normal(size=(7, N_Q, N_K))
    weights = hardmax(scores)
    assert (weights.sum(-1) == 1).all()
    np.testing.assert_array_equal(weights.argmax(-1), scores.argmax(-1))


def test_of_equal_scores_the_first_wins() -> None:
    np.testing.assert_array_equal(hardmax(np.array([[1.0, 2, 2]])), [[0, 1, 0]])


def test_a_masked_key_is_not_chosen() -> None:
    mask = np.array([[True, False, True], [False, False, True]])
    weights = hardmax(np.array([[1.0, 9, 2], [-4, 9, -5]]), mask=mask)
    np.testing.assert_array_equal(weights, [[0, 0, 1], [0, 0, 1]])


def test_a_row_with_nothing_to_choose_gets_zeros() -> None:
    scores = np.array([[1.0, 2], [-np.inf, -np.inf]])
    weights = hardmax(scores, mask=np.array([[False], [True]]))
    assert (weights == 0).all()


def test_nan_stays_visible_in_its_own_row() -> None:
    weights = hardmax(np.array([[np.nan, 1.0], [0.0, 1.0]]))
    assert np.isnan(weights[0]).all()
    np.testing.assert_array_equal(weights[1], [0, 1])


def test_the_highest_noisy_score_is_a_draw_by_weight(rng: np.random.Generator) -> None:
    scores = np.array([[0.0, 1.0, 2.5]])
    noise = gumbel_noise(rng.random((200_000, 3)))
    shares = hardmax(scores + noise).mean(0)
    close(shares, softmax(scores)[0], atol=5e-3)


def test_noise_of_the_smallest_uniform_number_is_minus_infinity() -> None:
    assert gumbel_noise(np.array([0.0]))[0] == -np.inf
    assert np.isfinite(gumbel_noise(np.array([np.nextafter(1, 0)])))[0]


def enumerate_draws(a, losses, baseline):
    """Give the estimate of each possible draw of one query."""
    drawn = np.eye(len(a))[:, None]  # (draw, 1, k)
    weights = np.broadcast_to(a, drawn.shape)
    return reinforce_gradient(weights, drawn, losses[:, None], baseline=baseline)[:, 0]


@pytest.mark.parametrize("baseline", [0, -3.0, 17.5])
def test_the_mean_over_draws_is_the_slope_of_the_expected_loss(
    rng: np.random.Generator, baseline: float
) -> None:
    scores, losses = rng.normal(size=N_K), rng.normal(size=N_K)
    mean = softmax(scores) @ enumerate_draws(softmax(scores), losses, baseline)
    step = 1e-6 * np.eye(N_K)
    slopes = (softmax(scores + step) - softmax(scores - step)) @ losses / 2e-6
    close(mean, slopes, atol=1e-9)


def test_the_right_baseline_scatters_less(rng: np.random.Generator) -> None:
    a, losses = softmax(rng.normal(size=N_K)), 10 + rng.normal(size=N_K)
    none, usual = (
        a @ (enumerate_draws(a, losses, b) ** 2).sum(-1) for b in (0, a @ losses)
    )
    assert usual < none / 20


def test_a_row_without_weights_has_no_estimate() -> None:
    zeros = np.zeros((1, 2, N_K))
    assert (reinforce_gradient(zeros, zeros, np.ones((1, 2))) == 0).all()


@pytest.mark.usefixtures("without_type_hook")
def test_one_loss_for_all_is_refused() -> None:
    a = np.full((2, N_Q, N_K), 1 / N_K)
    with pytest.raises(ValueError, match="average the losses over the batch"):
        reinforce_gradient(a, a, np.ones(N_Q))
