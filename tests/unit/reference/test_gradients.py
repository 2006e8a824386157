from collections.abc import Callable

import numpy as np
import pytest

from attnbook.reference import (
    scaled_dot_product_attention,
    scaled_dot_product_attention_backward,
    softmax,
    softmax_backward,
    softmax_jacobian,
)

N_Q, N_K, D_K, D_V = 3, 5, 7, 11
close = np.testing.assert_allclose


def slopes(function: Callable, x: np.ndarray, step: float = 1e-5) -> np.ndarray:
    """Measure the slope of a number with respect to each number of x."""
    result = np.zeros_like(x)
    for at in np.ndindex(x.shape):
        up, down = x.copy(), x.copy()
        up[at] += step
        down[at] -= step
        result[at] = (function(up) - function(down)) / (2 * step)
    return result


def draw(rng: np.random.Generator, *shapes: tuple[int, ...]) -> list[np.ndarray]:
    return [rng.normal(size=shape) for shape in shapes]


def test_the_jacobian_of_a_half_and_two_quarters() -> None:
    scores = np.array([np.log(2), 0.0, 0.0])
    expected = np.array([[4, -2, -2], [-2, 3, -1], [-2, -1, 3]]) / 16
    close(softmax_jacobian(scores), expected, rtol=1e-15)


def test_the_jacobian_is_weight_by_score(rng: np.random.Generator) -> None:
    (scores,) = draw(rng, (2, N_K))
    mask = np.array([[True] * 5, [True, False, True, True, False]])
    jacobian = softmax_jacobian(scores, temperature=0.7, mask=mask)
    for j in range(N_K):
        for row in range(2):
            measured = slopes(
                lambda s, at=(row, j): softmax(s, temperature=0.7, mask=mask)[at],
                scores,
            )
            close(jacobian[row, j], measured[row], atol=1e-9)


def test_the_scores_of_a_row_get_a_gradient_that_sums_to_zero(
    rng: np.random.Generator,
) -> None:
    scores, pull = draw(rng, (2, N_Q, N_K), (2, N_Q, N_K))
    close(softmax_jacobian(scores).sum(-1), 0.0, atol=1e-15)
    close(softmax_backward(scores, pull + 9.0).sum(-1), 0.0, atol=1e-14)


def test_backward_multiplies_by_the_jacobian(rng: np.random.Generator) -> None:
    scores, pull = draw(rng, (2, N_K), (2, N_K))
    mask = rng.random((2, N_K)) < 0.6
    for temperature in (0.7, 3):
        settings = {"temperature": temperature, "mask": mask}
        jacobian = softmax_jacobian(scores, **settings)
        expected = np.einsum("bjl,bj->bl", jacobian, pull)
        close(softmax_backward(scores, pull, **settings), expected, atol=1e-15)


def test_by_hand_one_query_blames_three_values() -> None:
    q = np.array([[2 * np.log(2), 0, 0, 0]])
    k = np.array([[1, 0, 1, 0], [0, 1, 1, 0], [0, 0, 0, 1.0]])
    v = np.array([[0, 0], [4, 0], [0, 4.0]])
    grad_q, grad_k, grad_v = scaled_dot_product_attention_backward(
        q, k, v, np.array([[-2.0, 0.0]])
    )
    close(grad_v, [[-1, 0], [-0.5, 0], [-0.5, 0]], rtol=1e-15)
    close(grad_q, [[0.5, -0.75, -0.25, 0.25]], rtol=1e-14)
    close(grad_k, np.log(2) * np.outer([1, -1.5, 0.5], [1, 0, 0, 0]), rtol=1e-14)


MASKS = {
    "none": None,
    "keys": np.array([True, False, True, True, False]),
    "queries and keys": np.random.default_rng(1).random((N_Q, N_K)) < 0.5,
    "one query has nothing": np.array([[True], [False], [True]]),
    "batch": np.random.default_rng(2).random((2, 1, N_K)) < 0.5,
    "nothing": np.zeros(N_K, bool),
}
masks = pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)


@masks
@pytest.mark.parametrize("scale", [None, 0.3, 0, 2])
def test_gradients_are_those_of_finite_differences(
    mask: np.ndarray | None, scale: float | None, rng: np.random.Generator
) -> None:
    qkv = draw(rng, (2, N_Q, D_K), (2, N_K, D_K), (2, N_K, D_V))
    (pull,) = draw(rng, (2, N_Q, D_V))
    settings = {"mask": mask, "scale": scale}
    grads = scaled_dot_product_attention_backward(*qkv, pull, **settings)
    for at, given in enumerate(grads):

        def pulled(x: np.ndarray, at: int = at) -> float:
            moved = [*qkv[:at], x, *qkv[at + 1 :]]
            return (scaled_dot_product_attention(*moved, **settings) * pull).sum()

        close(given, slopes(pulled, qkv[at]), atol=2e-9)


def test_a_key_that_nobody_may_see_gets_nothing_at_all(
    rng: np.random.Generator,
) -> None:
    qkv = draw(rng, (2, N_Q, D_K), (2, N_K, D_K), (2, N_K, D_V))
    (pull,) = draw(rng, (2, N_Q, D_V))
    _, grad_k, grad_v = scaled_dot_product_attention_backward(
        *qkv, pull, mask=MASKS["keys"]
    )
    hidden = ~MASKS["keys"]
    assert (grad_k[:, hidden] == 0).all()
    assert (grad_v[:, hidden] == 0).all()
    assert (grad_k[:, ~hidden] != 0).all()


def test_values_learn_and_queries_and_keys_do_not_where_weights_are_one_or_zero(
    rng: np.random.Generator,
) -> None:
    qkv = draw(rng, (N_Q, D_K), (N_K, D_K), (N_K, D_V))
    (pull,) = draw(rng, (N_Q, D_V))
    grads = scaled_dot_product_attention_backward(*qkv, pull, scale=1e4)
    assert (grads[0] == 0).all()
    assert (grads[1] == 0).all()
    close(grads[2].sum(0), pull.sum(0), rtol=1e-13)


def test_where_nobody_may_attend_nothing_is_learned() -> None:
    settings = {"mask": np.zeros(2, bool)}
    assert (softmax_jacobian(np.ones(2), **settings) == 0).all()
    assert (softmax_backward(np.ones(2), np.array([3.0, 1]), **settings) == 0).all()


def test_half_precision_is_widened_between_the_steps() -> None:
    q = np.full((1, 64), 40.0, np.float16)  # q · k is 102,400: inf in float16
    k = np.concatenate([q, q])
    v = np.array([[300.0], [100.0]], np.float16)
    pull = np.full((1, 1), 300.0, np.float16)  # pull · v is 90,000
    grad_q, grad_k, grad_v = scaled_dot_product_attention_backward(
        q, k, v, pull, scale=2**-14
    )
    assert grad_k.dtype == np.float16
    close(grad_q, np.zeros((1, 64)))
    close(grad_k, np.repeat([[36.625], [-36.625]], 64, axis=1), rtol=1e-3)
    close(grad_v, [[150], [150]])


@pytest.mark.parametrize(
    "shapes",
    [
        ((3, 7), (17, 5, 7), (17, 5, 13)),
        ((17, 3, 7), (5, 7), (5, 13)),
        ((17, 1, 3, 7), (19, 5, 7), (17, 1, 5, 13)),
        ((3, 7), (5, 7), (17, 5, 13)),
        ((1, 1, 7), (1, 1, 7), (17, 1, 1)),
    ],
)
def test_the_parts_of_a_broadcast_batch_are_added_up(
    shapes: tuple, rng: np.random.Generator
) -> None:
    arrays = draw(rng, *shapes)
    batch = np.broadcast_shapes(*(s[:-2] for s in shapes))
    whole = [np.broadcast_to(x, batch + x.shape[-2:]) for x in arrays]
    pull = rng.normal(size=(*batch, shapes[0][-2], shapes[2][-1]))
    given = scaled_dot_product_attention_backward(*arrays, pull)
    parts = scaled_dot_product_attention_backward(*whole, pull)
    for ours, part, x in zip(given, parts, arrays, strict=True):
        assert ours.shape == x.shape
        lead = part.ndim - x.ndim
        summed = part.sum(tuple(range(lead)))
        axes = tuple(i for i, n in enumerate(x.shape[:-2]) if n == 1)
        close(ours, summed.sum(axes, keepdims=True), atol=1e-12)
