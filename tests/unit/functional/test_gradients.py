from typing import Any

import pytest
import torch

from attnbook.functional import (
    scaled_dot_product_attention,
    scaled_dot_product_attention_backward,
    softmax,
    softmax_backward,
    softmax_jacobian,
)

N_Q, N_K, D_K, D_V = 3, 5, 7, 11
MASKS = {
    "none": None,
    "keys": torch.tensor([True, False, True, True, False]),
    "queries and keys": torch.rand(N_Q, N_K, generator=torch.manual_seed(1)) < 0.5,
    "one query has nothing": torch.tensor([[True], [False], [True]]),
    "nothing": torch.zeros(N_K, dtype=torch.bool),
}
masks = pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
SHAPES = {
    "batch and heads": ((2, 13, N_Q, D_K), (2, 13, N_K, D_K), (2, 13, N_K, D_V)),
    "shared keys": ((2, 13, N_Q, D_K), (N_K, D_K), (13, N_K, D_V)),
    "no batch": ((N_Q, D_K), (N_K, D_K), (N_K, D_V)),
}


def draw(*shapes: tuple[int, ...]) -> list[torch.Tensor]:
    return [torch.randn(s, dtype=torch.float64).requires_grad_() for s in shapes]


@masks
@pytest.mark.parametrize("scale", [None, 0.3, 2])
@pytest.mark.parametrize("shapes", SHAPES.values(), ids=SHAPES)
def test_gradients_are_those_of_autograd(shapes: tuple, scale: Any, mask: Any) -> None:
    qkv = draw(*shapes)
    context = scaled_dot_product_attention(*qkv, mask=mask, scale=scale)
    pull = torch.randn_like(context)
    expected = torch.autograd.grad(context, qkv, pull)
    given = scaled_dot_product_attention_backward(*qkv, pull, mask=mask, scale=scale)
    for ours, theirs in zip(given, expected, strict=True):
        assert ours.shape == theirs.shape
        torch.testing.assert_close(ours, theirs, rtol=0, atol=1e-10)


@masks
def test_the_slopes_of_softmax_are_those_of_autograd(mask: Any) -> None:
    (scores,) = draw((N_Q, N_K))
    settings = {"temperature": 0.7, "mask": mask}
    whole = torch.autograd.functional.jacobian(lambda s: softmax(s, **settings), scores)
    own = torch.stack([whole[i, :, i] for i in range(N_Q)])  # (q, k, k)
    close = torch.testing.assert_close
    close(softmax_jacobian(scores, **settings), own, rtol=0, atol=1e-14)
    pull = torch.randn_like(scores)
    (expected,) = torch.autograd.grad(softmax(scores, **settings), scores, pull)
    close(softmax_backward(scores, pull, **settings), expected, rtol=0, atol=1e-14)


def test_the_formulas_have_gradients_of_their_own() -> None:
    qkv = draw((N_Q, D_K), (N_K, D_K), (N_K, D_V))
    pull = torch.randn(N_Q, D_V, dtype=torch.float64, requires_grad=True)
    mask = MASKS["one query has nothing"]
    assert torch.autograd.gradcheck(
        lambda *x: scaled_dot_product_attention_backward(*x, mask=mask), (*qkv, pull)
    )


def test_half_precision_comes_back_as_half_precision() -> None:
    q = torch.full((1, 64), 40.0).half()  # q · k is 102,400: inf in float16
    v = torch.tensor([[300.0], [100.0]]).half()
    pull = torch.full((1, 1), 300.0).half()
    grads = scaled_dot_product_attention_backward(
        q, torch.cat([q, q]), v, pull, scale=2**-14
    )
    for grad in grads:
        assert grad.dtype == torch.float16
        assert grad.isfinite().all()
