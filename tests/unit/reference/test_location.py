import numpy as np

from attnbook.reference import location_scores

N_Q, N_K, D_Q = 3, 5, 7


def test_a_place_is_scored_by_its_own_vector(rng: np.random.Generator) -> None:
    q, W = rng.normal(size=(2, N_Q, D_Q)), rng.normal(size=(N_K, D_Q))
    scores = location_scores(q, W)
    assert scores.shape == (2, N_Q, N_K)
    for i, j in np.ndindex(N_Q, N_K):
        np.testing.assert_allclose(scores[1, i, j], sum(q[1, i] * W[j]))


def test_the_first_places_are_scored_alike_whatever_comes_after(
    rng: np.random.Generator,
) -> None:
    q, W = rng.normal(size=(N_Q, D_Q)), rng.normal(size=(N_K, D_Q))
    np.testing.assert_allclose(location_scores(q, W[:2]), location_scores(q, W)[:, :2])
