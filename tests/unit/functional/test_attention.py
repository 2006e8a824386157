from typing import Any
from unittest import mock

import pytest
import torch

from attnbook.functional import causal_mask
from attnbook.functional import scaled_dot_product_attention as attend

FUSED = "torch.nn.functional.scaled_dot_product_attention"
N_Q, N_K, D_K = 3, 5, 7

MASKS = {
    "none": None,
    "keys": torch.tensor([True, False, True, True, False]),
    "queries and keys": torch.rand(N_Q, N_K, generator=torch.manual_seed(1)) < 0.5,
    "one row": torch.tensor([[False, True, True, True, False]]),
    "one column": torch.tensor([[True], [False], [True]]),
    "batch": torch.rand(2, 1, 1, N_K, generator=torch.manual_seed(2)) < 0.5,
    "heads": torch.rand(1, 11, N_Q, N_K, generator=torch.manual_seed(3)) < 0.5,
    "one query has nothing": torch.tensor([[True], [False], [True]]).expand(3, 5),
    "nobody has anything": torch.zeros(N_K, dtype=torch.bool),
    "a single truth": torch.tensor(True),
}


def draw(d_v: int, dtype: torch.dtype = torch.float64) -> list[torch.Tensor]:
    shapes = (2, 11, N_Q, D_K), (2, 11, N_K, D_K), (2, 11, N_K, d_v)
    return [torch.randn(s, dtype=dtype).requires_grad_() for s in shapes]


@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_the_fused_function_is_called_unless_weights_are_asked_for(mask: Any) -> None:
    fused = torch.nn.functional.scaled_dot_product_attention
    with mock.patch(FUSED, side_effect=fused) as spy:
        attend(*draw(13), mask=mask)
        assert spy.call_count == 1
        attend(*draw(13), mask=mask, return_weights=True)
        assert spy.call_count == 1


@pytest.mark.parametrize("d_v", [D_K, 13], ids=["d_v = d_k", "d_v > d_k"])
@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_the_fast_path_equals_the_slow_one(mask: Any, d_v: int) -> None:
    inputs = draw(d_v)
    fast = attend(*inputs, mask=mask, scale=0.3)
    slow, _ = attend(*inputs, mask=mask, scale=0.3, return_weights=True)
    torch.testing.assert_close(fast, slow)
    pull = torch.randn_like(fast)
    for ours, theirs in zip(
        torch.autograd.grad(fast, inputs, pull),
        torch.autograd.grad(slow, inputs, pull),
        strict=True,
    ):
        assert ours.isfinite().all()
        torch.testing.assert_close(ours, theirs)


@pytest.mark.parametrize("return_weights", [False, True], ids=["fast", "slow"])
@pytest.mark.parametrize(
    "shapes",
    [
        ((3, 7), (17, 5, 7), (17, 5, 13)),
        ((17, 3, 7), (5, 7), (5, 13)),
        ((17, 1, 3, 7), (19, 5, 7), (17, 1, 5, 13)),
        ((3, 7), (5, 7), (17, 5, 13)),
        ((17, 19, 3, 7), (1, 19, 5, 7), (1, 1, 5, 7)),
    ],
)
def test_batches_broadcast(shapes: tuple, return_weights: bool) -> None:
    q, k, v = (torch.randn(s, dtype=torch.float64) for s in shapes)
    batch = torch.broadcast_shapes(*(s[:-2] for s in shapes))
    whole = [x.expand(*batch, *x.shape[-2:]).contiguous() for x in (q, k, v)]
    for mask in (None, MASKS["queries and keys"]):
        given = attend(q, k, v, mask=mask, return_weights=return_weights)
        expected = attend(*whole, mask=mask, return_weights=True)[0]
        torch.testing.assert_close(given[0] if return_weights else given, expected)


@pytest.mark.parametrize("return_weights", [False, True], ids=["fast", "slow"])
def test_gradients_are_those_of_finite_differences(return_weights: bool) -> None:
    shapes = (2, N_Q, D_K), (2, N_K, D_K), (2, N_K, 11)
    inputs = [torch.randn(s, dtype=torch.float64).requires_grad_() for s in shapes]
    mask = MASKS["one query has nothing"] & causal_mask(N_Q, N_K)

    def attend_masked(*qkv: torch.Tensor) -> Any:
        return attend(*qkv, mask=mask, return_weights=return_weights)

    assert torch.autograd.gradcheck(attend_masked, inputs)


@pytest.mark.parametrize("return_weights", [False, True], ids=["fast", "slow"])
@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16])
@pytest.mark.parametrize("d_v", [64, 3])
def test_half_precision_survives_huge_scores(
    d_v: int, dtype: torch.dtype, return_weights: bool
) -> None:
    q = torch.full((1, 1, 2, 64), 300.0, dtype=dtype)  # q · k is 5,760,000
    k = torch.stack([q[0, 0, 0], -q[0, 0, 0]])[None, None]
    v = torch.tensor([[3.0], [5.0]], dtype=dtype).expand(1, 1, 2, d_v)
    context = attend(q, k, v, return_weights=return_weights)
    context = context[0] if return_weights else context
    assert context.dtype == dtype
    torch.testing.assert_close(context, torch.full_like(context, 3.0))


def test_the_mask_of_a_query_with_nothing_is_not_written_to() -> None:
    mask = torch.zeros(N_Q, N_K, dtype=torch.bool)
    attend(*draw(13), mask=mask)
    assert not mask.any()


def test_attention_runs_where_there_is_no_data() -> None:
    q, k, v = (x.detach().to("meta") for x in draw(13))
    assert attend(q, k, v).shape == (2, 11, N_Q, 13)
