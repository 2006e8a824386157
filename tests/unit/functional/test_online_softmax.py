from typing import Any

import pytest
import torch

from attnbook.functional import (
    log_sum_exp,
    online_softmax,
    scaled_dot_product_attention,
    softmax,
    tiled_attention,
)

N_Q, N_K, D_K, D_V = 3, 11, 7, 5
close = torch.testing.assert_close
sizes = pytest.mark.parametrize("block_size", [1, 2, 3, 10, 11, 12, 1000])
MASKS = {
    "none": None,
    "keys": torch.rand(N_K, generator=torch.manual_seed(1)) < 0.5,
    "queries and keys": torch.rand(N_Q, N_K, generator=torch.manual_seed(2)) < 0.3,
    "first keys hidden": torch.arange(N_K) >= 7,
    "one query has nothing": torch.tensor([[True], [False], [True]]),
    "batch": torch.rand(2, 1, N_K, generator=torch.manual_seed(3)) < 0.5,
    "nothing": torch.zeros(N_K, dtype=torch.bool),
}


def draw(*shapes: tuple[int, ...]) -> list[torch.Tensor]:
    return [torch.randn(s, dtype=torch.float64).requires_grad_() for s in shapes]


def test_log_sum_exp_is_that_of_torch() -> None:
    scores = torch.randn(2, N_Q, N_K, dtype=torch.float64) * 30
    close(log_sum_exp(scores), torch.logsumexp(scores, -1))


def test_the_slopes_of_log_sum_exp_are_the_weights() -> None:
    (scores,) = draw((N_Q, N_K))
    (slopes,) = torch.autograd.grad(log_sum_exp(scores).sum(), scores)
    close(slopes, softmax(scores))


def test_log_sum_exp_of_nothing_has_no_slope() -> None:
    scores = torch.full((2, 3), -torch.inf, requires_grad=True)
    result = log_sum_exp(scores)
    (slopes,) = torch.autograd.grad(result.sum(), scores)
    assert (result == -torch.inf).all()
    assert (slopes == 0).all()


@sizes
def test_one_pass_gives_weights_and_gradients_of_softmax(block_size: int) -> None:
    (scores,) = draw((2, N_Q, N_K))
    pull = torch.randn(2, N_Q, N_K, dtype=torch.float64)
    ours, theirs = online_softmax(scores, block_size=block_size), softmax(scores)
    close(ours, theirs)
    given, expected = (torch.autograd.grad(x, scores, pull)[0] for x in (ours, theirs))
    close(given, expected)


@sizes
@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_tiles_give_context_and_gradients_of_the_whole(
    mask: Any, block_size: int
) -> None:
    qkv = draw((2, N_Q, D_K), (2, N_K, D_K), (2, N_K, D_V))
    ours = tiled_attention(*qkv, block_size=block_size, mask=mask, scale=0.7)
    theirs = scaled_dot_product_attention(*qkv, mask=mask, scale=0.7)
    close(ours, theirs)
    pull = torch.randn_like(ours)
    for given, expected in zip(
        torch.autograd.grad(ours, qkv, pull),
        torch.autograd.grad(theirs, qkv, pull),
        strict=True,
    ):
        close(given, expected)


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
def test_half_precision_survives_huge_scores(dtype: torch.dtype) -> None:
    q = torch.full((2, 64), 300.0, dtype=dtype)  # q · k is 5,760,000
    k = torch.stack([-q[0], q[0]])
    v = torch.tensor([[5.0], [3.0]], dtype=dtype)
    context = tiled_attention(q, k, v, block_size=1)
    close(context, torch.full((2, 1), 3.0, dtype=dtype))


def test_many_small_weights_are_added_up_in_at_least_single_precision() -> None:
    weights = online_softmax(torch.zeros(1, 4096, dtype=torch.bfloat16))
    close(weights, torch.full_like(weights, 1 / 4096))
