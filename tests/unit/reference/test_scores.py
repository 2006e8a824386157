import numpy as np

from attnbook.reference import (
    additive_scores,
    bilinear_scores,
    dot_scores,
    linear_scores,
    scaled_dot_scores,
)

close = np.testing.assert_allclose
N_Q, N_K, D_Q, D_K, D_HIDDEN = 2, 3, 5, 7, 11


def draw(rng: np.random.Generator, *shape: int) -> np.ndarray:
    return rng.normal(size=shape)


def test_dot_scores_are_products_of_rows(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13, N_Q, D_K), draw(rng, 13, N_K, D_K)
    scores = dot_scores(q, k)
    assert scores.shape == (13, N_Q, N_K)
    close(scores[4, 1, 2], sum(a * b for a, b in zip(q[4, 1], k[4, 2], strict=True)))


def test_scaling_divides_by_the_root_of_the_features(rng: np.random.Generator) -> None:
    q, k = draw(rng, N_Q, D_K), draw(rng, N_K, D_K)
    close(scaled_dot_scores(q, k), dot_scores(q, k) / np.sqrt(D_K), rtol=1e-14)


def test_scaled_scores_of_random_vectors_have_variance_one(
    rng: np.random.Generator,
) -> None:
    scores = scaled_dot_scores(draw(rng, 311, 257), draw(rng, 313, 257))
    close(scores.var(), 1.0, atol=0.05)


def test_a_given_scale_multiplies_and_zero_is_a_scale(rng: np.random.Generator) -> None:
    q, k = draw(rng, N_Q, D_K), draw(rng, N_K, D_K)
    close(scaled_dot_scores(q, k, scale=3), 3 * dot_scores(q, k), rtol=1e-14)
    close(scaled_dot_scores(q, k, scale=0.0), 0.0, atol=0)


def test_a_scale_does_not_widen_the_scores() -> None:
    one = np.ones((1, 2), np.float32)
    assert scaled_dot_scores(one, one, scale=1 / np.sqrt(2)).dtype == np.float32


def test_scaling_comes_before_half_precision_overflows() -> None:
    q = np.full((1, 64), 100.0, np.float16)  # q · q is 640,000, and 65,504 is the end
    close(scaled_dot_scores(q, q, scale=1 / 64), [[10_000]])


def test_additive_scores_follow_their_formula(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13, N_Q, D_Q), draw(rng, 13, N_K, D_K)
    W_Q, W_K = draw(rng, D_HIDDEN, D_Q), draw(rng, D_HIDDEN, D_K)
    w = draw(rng, D_HIDDEN)
    scores = additive_scores(q, k, W_Q, W_K, w)
    assert scores.shape == (13, N_Q, N_K)
    close(scores[4, 1, 2], w @ np.tanh(W_Q @ q[4, 1] + W_K @ k[4, 2]))


def test_additive_scores_broadcast_over_batches(rng: np.random.Generator) -> None:
    q, k = draw(rng, 13, 1, N_Q, D_Q), draw(rng, 17, N_K, D_K)
    W_Q, W_K = draw(rng, D_HIDDEN, D_Q), draw(rng, D_HIDDEN, D_K)
    w = draw(rng, D_HIDDEN)
    scores = additive_scores(q, k, W_Q, W_K, w)
    assert scores.shape == (13, 17, N_Q, N_K)
    close(scores[3, 5], additive_scores(q[3, 0], k[5], W_Q, W_K, w))


def test_bilinear_scores_follow_their_formula(rng: np.random.Generator) -> None:
    q, k, W = draw(rng, 13, N_Q, D_Q), draw(rng, 13, N_K, D_K), draw(rng, D_Q, D_K)
    scores = bilinear_scores(q, k, W)
    assert scores.shape == (13, N_Q, N_K)
    close(scores[4, 1, 2], q[4, 1] @ W @ k[4, 2])


def test_bilinear_scores_with_the_identity_are_dot_scores(
    rng: np.random.Generator,
) -> None:
    q, k = draw(rng, N_Q, D_K), draw(rng, N_K, D_K)
    close(bilinear_scores(q, k, np.eye(D_K)), dot_scores(q, k))


def test_linear_scores_are_one_row_for_all_queries(rng: np.random.Generator) -> None:
    k, w = draw(rng, 13, N_K, D_K), draw(rng, D_K)
    scores = linear_scores(k, w)
    assert scores.shape == (13, 1, N_K)
    close(scores[4, 0, 2], w @ k[4, 2])
    assert linear_scores(k[0], w).shape == (1, N_K)
