import numpy as np
import pytest

from attnbook.reference import (
    bandwidth_to_temperature,
    distance_scores,
    dot_scores,
    kernel_regression,
    softmax,
    temperature_to_bandwidth,
)

close = np.testing.assert_allclose
N_Q, N_K, D_K, D_V = 2, 3, 5, 7


def draw(rng: np.random.Generator, *batch: int) -> list[np.ndarray]:
    sizes = (N_Q, D_K), (N_K, D_K), (N_K, D_V)
    return [rng.normal(size=(*batch, *size)) for size in sizes]


def test_distance_scores_are_minus_sums_of_squares(rng: np.random.Generator) -> None:
    q, k, _ = draw(rng, 13)
    scores = distance_scores(q, k)
    assert scores.shape == (13, N_Q, N_K)
    gaps = [a - b for a, b in zip(q[4, 1], k[4, 2], strict=True)]
    close(scores[4, 1, 2], -sum(gap**2 for gap in gaps))


def test_distance_scores_broadcast_over_batches(rng: np.random.Generator) -> None:
    q, k = rng.normal(size=(13, 1, N_Q, D_K)), rng.normal(size=(17, N_K, D_K))
    scores = distance_scores(q, k)
    assert scores.shape == (13, 17, N_Q, N_K)
    close(scores[3, 5], distance_scores(q[3, 0], k[5]))


def test_a_key_that_equals_the_query_scores_plain_zero() -> None:
    score = distance_scores(np.ones((1, 2)), np.ones((1, 2)))
    assert str(score[0, 0]) == "0.0"


def test_distances_of_far_vectors_keep_their_digits() -> None:
    far = np.array([[1e8]])
    close(distance_scores(far, far + 0.25), [[-0.0625]], rtol=1e-12)


def test_half_precision_widens_before_it_squares() -> None:
    q, k = np.array([[300.0]], np.float16), np.array([[0.0], [1.0]], np.float16)
    v = np.array([[2.0], [3.0]], np.float16)  # 300² is 90,000, and 65,504 is the end
    close(kernel_regression(q, k, v, bandwidth=300), [[2.5]], rtol=2e-3)


def test_keys_of_one_length_weigh_alike_by_distance_and_by_dot_product(
    rng: np.random.Generator,
) -> None:
    q, k, v = draw(rng)
    k *= 3 / np.linalg.norm(k, axis=-1, keepdims=True)
    _, weights = kernel_regression(q, k, v, bandwidth=1.7, return_weights=True)
    close(weights, softmax(dot_scores(q, k), temperature=1.7**2))


def test_one_step_can_be_worth_a_half() -> None:
    k, v = np.array([[1.0], [2.0], [3.0]]), np.array([[8.0], [4.0], [0.0]])
    at = np.array([[2.0], [1.0]])
    context, weights = kernel_regression(
        at, k, v, bandwidth=np.sqrt(1 / np.log(4)), return_weights=True
    )
    close(weights, [[1 / 4, 1 / 2, 1 / 4], [16 / 25, 8 / 25, 1 / 25]])
    close(context, [[4.0], [6.4]])


def test_a_tiny_bandwidth_gives_the_nearest_value_and_ties_share() -> None:
    k, v = np.array([[1.0], [2.0], [4.0]]), np.array([[1.0], [10.0], [100.0]])
    context = kernel_regression(np.array([[1.4], [3.0]]), k, v, bandwidth=1e-9)
    close(context, [[1.0], [55.0]])


def test_a_huge_bandwidth_gives_the_mean(rng: np.random.Generator) -> None:
    q, k, v = draw(rng)
    context = kernel_regression(q, k, v, bandwidth=1e9)
    close(context, np.broadcast_to(v.mean(0), (N_Q, D_V)))


def test_a_query_far_from_all_keys_gets_the_nearest_value() -> None:
    k, v = np.array([[1.0], [2.0]]), np.array([[3.0], [7.0]])
    close(kernel_regression(np.array([[1e6]]), k, v, bandwidth=1.0), [[7.0]])


def test_hiding_the_diagonal_leaves_each_point_out(rng: np.random.Generator) -> None:
    k, v = rng.normal(size=(N_K, D_K)), rng.normal(size=(N_K, D_V))
    others = ~np.eye(N_K, dtype=bool)
    context = kernel_regression(k, k, v, bandwidth=1.3, mask=others)
    for i in range(N_K):
        alone = kernel_regression(
            k[[i]], k[others[i]], v[others[i]], bandwidth=1.3
        )  # (1, d_v)
        close(context[i], alone[0])


def test_a_query_without_keys_gets_zeros(rng: np.random.Generator) -> None:
    q, k, v = draw(rng)
    mask = np.array([[True] * N_K, [False] * N_K])
    context, weights = kernel_regression(
        q, k, v, bandwidth=1.0, mask=mask, return_weights=True
    )
    assert (context[1] == 0).all()
    assert (weights[1] == 0).all()
    close(weights[0].sum(), 1.0)


def test_temperature_and_bandwidth_are_each_other_undone() -> None:
    close(bandwidth_to_temperature(0.3), 0.18)
    close(temperature_to_bandwidth(0.18), 0.3)


def test_a_softmax_at_twice_the_squared_bandwidth_has_the_same_weights(
    rng: np.random.Generator,
) -> None:
    q, k, v = draw(rng, 13)
    _, weights = kernel_regression(q, k, v, bandwidth=1.7, return_weights=True)
    close(weights, softmax(distance_scores(q, k), temperature=2 * 1.7**2))


@pytest.mark.parametrize("wrong", [0, -1.0, np.inf])
def test_a_bandwidth_is_refused_by_its_own_name(wrong: float) -> None:
    one = np.ones((1, 1))
    for call in (
        lambda: kernel_regression(one, one, one, bandwidth=wrong),
        lambda: bandwidth_to_temperature(wrong),
    ):
        with pytest.raises(ValueError, match="bandwidth is"):
            call()
