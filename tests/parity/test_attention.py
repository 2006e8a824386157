"""One attention in NumPy, in torch by steps, in torch fused, and torch's own."""

from typing import Any

import numpy as np
import pytest
import torch

from attnbook import functional, reference

B, H, N_Q, N_K, D_K = 2, 3, 5, 7, 11
SHAPES = {
    "d_v = d_k": ((B, H, N_Q, D_K), (B, H, N_K, D_K), (B, H, N_K, D_K)),
    "d_v > d_k": ((B, H, N_Q, D_K), (B, H, N_K, D_K), (B, H, N_K, 13)),
    "no heads": ((B, N_Q, D_K), (B, N_K, D_K), (B, N_K, 13)),
    "no batch": ((N_Q, D_K), (N_K, D_K), (N_K, 13)),
}
TOLERANCE = {
    torch.float16: 4e-3,
    torch.bfloat16: 3e-2,
    torch.float32: 1e-5,
    torch.float64: 1e-12,
}


def random_mask() -> np.ndarray:
    mask = np.random.default_rng(1).random((N_Q, N_K)) < 0.6
    mask[:, 0] = True
    return mask


def with_empty_row() -> np.ndarray:
    mask = random_mask()
    mask[2] = False
    return mask


MASKS = {
    "none": None,
    "causal": reference.causal_mask(N_Q, N_K),
    "window": reference.sliding_window_mask(N_Q, N_K, window=2),
    "random": random_mask(),
    "keys": random_mask()[1],
    "one row": random_mask()[1:2],
    "an empty row": with_empty_row(),
    "nothing at all": np.zeros((N_Q, N_K), bool),
}
shapes = pytest.mark.parametrize("shapes", SHAPES.values(), ids=SHAPES)
masks = pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
dtypes = pytest.mark.parametrize("dtype", TOLERANCE, ids=str)


def draw(shapes: tuple, dtype: torch.dtype) -> list[torch.Tensor]:
    return [torch.randn(s).to(dtype).requires_grad_() for s in shapes]


def all_three(inputs: list, mask: np.ndarray | None) -> tuple[torch.Tensor, ...]:
    """Attend with torch's own function, with our fast path and with our slow path."""
    mask = None if mask is None else torch.from_numpy(mask)
    theirs = torch.nn.functional.scaled_dot_product_attention(
        *inputs, attn_mask=None if mask is None else torch.atleast_2d(mask)
    )
    fast = functional.scaled_dot_product_attention(*inputs, mask=mask)
    slow, _ = functional.scaled_dot_product_attention(
        *inputs, mask=mask, return_weights=True
    )
    return theirs, fast, slow


@shapes
@masks
@dtypes
def test_values_are_those_of_torch_and_of_numpy(
    shapes: tuple, mask: Any, dtype: torch.dtype
) -> None:
    inputs = draw(shapes, dtype)
    theirs, fast, slow = all_three(inputs, mask)
    arrays = [x.detach().double().numpy() for x in inputs]
    formula = reference.scaled_dot_product_attention(*arrays, mask=mask)
    for ours in (fast, slow):
        assert ours.dtype == dtype
        torch.testing.assert_close(
            ours, theirs, rtol=TOLERANCE[dtype], atol=TOLERANCE[dtype]
        )
        np.testing.assert_allclose(
            ours.detach().double(), formula, rtol=0, atol=TOLERANCE[dtype]
        )


@shapes
@masks
@dtypes
def test_gradients_are_those_of_torch(
    shapes: tuple, mask: Any, dtype: torch.dtype
) -> None:
    inputs = draw(shapes, dtype)
    theirs, *both = all_three(inputs, mask)
    pull = torch.randn_like(theirs)
    expected = torch.autograd.grad(theirs, inputs, pull)
    for ours in both:
        for given, wanted in zip(
            torch.autograd.grad(ours, inputs, pull), expected, strict=True
        ):
            assert given.isfinite().all()
            torch.testing.assert_close(
                given, wanted, rtol=TOLERANCE[dtype], atol=4 * TOLERANCE[dtype]
            )


@masks
def test_gradients_are_the_slopes_of_the_formula(mask: Any) -> None:
    inputs = draw(SHAPES["no batch"], torch.float64)
    _, fast, _ = all_three(inputs, mask)
    pull = torch.randn_like(fast)
    directions = [torch.randn_like(x) for x in inputs]
    gradients = torch.autograd.grad(fast, inputs, pull)
    slope = sum((g * d).sum() for g, d in zip(gradients, directions, strict=True))

    def pulled(step: float) -> float:
        moved = [x.detach() + step * d for x, d in zip(inputs, directions, strict=True)]
        context = reference.scaled_dot_product_attention(
            *(x.numpy() for x in moved), mask=mask
        )
        return (context * pull.numpy()).sum()

    difference = (pulled(1e-5) - pulled(-1e-5)) / 2e-5
    np.testing.assert_allclose(slope, difference, rtol=1e-7, atol=1e-9)


@masks
def test_weights_are_those_of_numpy(mask: Any) -> None:
    inputs = [x.detach() for x in draw(SHAPES["d_v > d_k"], torch.float64)]
    _, weights = functional.scaled_dot_product_attention(
        *inputs,
        mask=None if mask is None else torch.from_numpy(mask),
        return_weights=True,
    )
    _, expected = reference.scaled_dot_product_attention(
        *(x.numpy() for x in inputs), mask=mask, return_weights=True
    )
    np.testing.assert_allclose(weights, expected, rtol=1e-12, atol=1e-15)


def test_a_cached_query_is_the_last_row_of_all() -> None:
    q, k, v = draw(((B, N_K, D_K), (B, N_K, D_K), (B, N_K, 13)), torch.float64)
    whole = functional.scaled_dot_product_attention(
        q, k, v, mask=functional.causal_mask(N_K)
    )
    last = functional.scaled_dot_product_attention(
        q[:, -2:], k, v, mask=functional.causal_mask(2, N_K)
    )
    torch.testing.assert_close(last, whole[:, -2:])
    theirs = torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
    torch.testing.assert_close(whole, theirs)
