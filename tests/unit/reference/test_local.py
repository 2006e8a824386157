import numpy as np
import pytest

from attnbook.reference import (
    causal_mask,
    local_softmax,
    padding_mask,
    predicted_centres,
    sliding_window_mask,
    softmax,
    window_mask,
)

close = np.testing.assert_allclose
N_Q, N_K, D_Q, D_HIDDEN = 3, 11, 5, 7


def test_a_place_is_a_share_of_the_keys_between_0_and_1(
    rng: np.random.Generator,
) -> None:
    q, W, w = (rng.normal(size=s) for s in ((13, N_Q, D_Q), (D_HIDDEN, D_Q), D_HIDDEN))
    places = predicted_centres(q, W, w, lengths=N_K)
    assert places.shape == (13, N_Q)
    hidden = np.tanh([row @ q[4, 1] for row in W])
    close(places[4, 1], N_K / (1 + np.exp(-(w @ hidden))))


def test_the_same_query_points_to_the_same_share_of_any_length(
    rng: np.random.Generator,
) -> None:
    q, W, w = (rng.normal(size=s) for s in ((2, N_Q, D_Q), (D_HIDDEN, D_Q), D_HIDDEN))
    q[1] = q[0]
    places = predicted_centres(q, W, w, lengths=np.array([10, 30]))
    close(places[1], 3 * places[0])


def test_extreme_queries_point_to_the_ends_without_overflow() -> None:
    q, W, w = np.array([[1e6], [-1e6]]), np.eye(1), np.array([1e6])
    close(predicted_centres(q, W, w, lengths=N_K), [N_K, 0.0])


def test_a_window_holds_the_keys_that_are_within_reach() -> None:
    mask = window_mask(np.array([2.0, 2.4, -1.5]), 6, reach=1.5)
    seen = [np.flatnonzero(row).tolist() for row in mask]
    assert seen == [[1, 2, 3], [1, 2, 3], [0]]


def test_a_window_around_own_places_is_the_sliding_window() -> None:
    own = np.arange(N_K, dtype=float)
    ours = window_mask(own, N_K, reach=2)
    np.testing.assert_array_equal(ours, sliding_window_mask(N_K, window=3))


def test_weights_inside_a_window_are_those_of_its_keys_alone(
    rng: np.random.Generator,
) -> None:
    scores = rng.normal(size=(N_Q, N_K))
    weights = local_softmax(scores, np.array([0.0, 4.2, 10.0]), reach=2)
    for row, (first, last) in enumerate(((0, 2), (3, 6), (8, 10))):
        inside = slice(first, last + 1)
        close(weights[row, inside], softmax(scores[row, inside]))
        close(weights[row].sum(), 1.0)
    assert np.count_nonzero(weights) == 3 + 4 + 3


def test_the_gaussian_multiplies_and_nothing_is_divided_again() -> None:
    weights = local_softmax(np.zeros((1, 5)), np.array([2.0]), reach=2, taper=True)
    bell = np.exp([-2, -0.5, 0, -0.5, -2])
    close(weights, [bell / 5])


def test_a_centre_between_keys_shapes_the_weights() -> None:
    weights = local_softmax(np.zeros((1, 4)), np.array([1.25]), reach=1, taper=True)
    close(weights, [[0, np.exp(-1 / 8) / 2, np.exp(-9 / 8) / 2, 0]])


def test_a_wide_reach_is_global_attention(rng: np.random.Generator) -> None:
    scores = rng.normal(size=(N_Q, N_K))
    for taper in (False, True):
        weights = local_softmax(scores, np.full(N_Q, 5.0), reach=1e6, taper=taper)
        close(weights, softmax(scores), rtol=1e-9)


def test_window_and_mask_are_combined(rng: np.random.Generator) -> None:
    scores, own = rng.normal(size=(2, N_K, N_K)), np.arange(N_K, dtype=float)
    mask = causal_mask(N_K) & padding_mask([4, N_K], N_K)
    weights = local_softmax(scores, own, reach=2, mask=mask)
    wanted = softmax(scores, mask=mask & sliding_window_mask(N_K, window=3))
    close(weights, wanted)


def test_no_future_score_moves_a_causal_weight(rng: np.random.Generator) -> None:
    scores, own = rng.normal(size=(N_K, N_K)), np.arange(N_K, dtype=float)
    louder = scores + 97 * ~causal_mask(N_K)
    for taper in (False, True):
        before, after = (
            local_softmax(s, own, reach=3, taper=taper, mask=causal_mask(N_K))
            for s in (scores, louder)
        )
        close(before, after)


@pytest.mark.parametrize("taper", [False, True])
def test_an_empty_window_and_a_masked_row_get_zeros(taper: bool) -> None:
    centres = np.array([-9.0, 2.0, 2.5])
    mask = np.array([[True], [False], [True]])
    weights = local_softmax(np.ones((3, 5)), centres, reach=0.4, taper=taper, mask=mask)
    assert (weights == 0).all()


def test_centres_broadcast_over_batches_and_so_do_scores(
    rng: np.random.Generator,
) -> None:
    scores, centres = rng.normal(size=(N_Q, N_K)), rng.uniform(0, 9, size=(13, N_Q))
    weights = local_softmax(scores, centres, reach=3, taper=True)
    assert weights.shape == (13, N_Q, N_K)
    close(weights[4], local_softmax(scores, centres[4], reach=3, taper=True))


@pytest.mark.usefixtures("without_type_hook")
def test_lengths_must_fit_the_batch() -> None:
    q, W, w = np.ones((2, 3, 5)), np.ones((7, 5)), np.ones(7)
    for lengths in (np.array([4, 5, 6]), np.array([4.0, 5.0])):
        with pytest.raises(ValueError, match="or one for each sequence"):
            predicted_centres(q, W, w, lengths=lengths)
    with pytest.raises(ValueError, match="lengths must be at least 1"):
        predicted_centres(q, W, w, lengths=np.array([4, 0]))
