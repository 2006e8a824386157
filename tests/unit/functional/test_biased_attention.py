import pytest
import torch

from attnbook.functional import biased_attention

B, H, N_Q, N_K, D_K, D_V = 2, 3, 5, 7, 11, 13
close = torch.testing.assert_close


def draw() -> list[torch.Tensor]:
    sizes = (B, H, N_Q, D_K), (B, H, N_K, D_K), (B, H, N_K, D_V), (H, N_Q, N_K)
    return [torch.randn(s, dtype=torch.float64).requires_grad_() for s in sizes]


def mask_of(*shape: int) -> torch.Tensor:
    mask = torch.rand(shape) < 0.6
    return mask.index_fill(-2, torch.tensor([2]), False)  # a query with nothing to see


@pytest.mark.parametrize("shape", [None, (N_Q, N_K), (B, 1, N_Q, N_K)], ids=str)
def test_the_fused_path_gives_what_the_path_with_weights_gives(shape) -> None:
    inputs = draw()
    mask = None if shape is None else mask_of(*shape)
    fused = biased_attention(*inputs, mask=mask)
    stepwise, _ = biased_attention(*inputs, mask=mask, return_weights=True)
    close(fused, stepwise)
    pull = torch.randn_like(fused)
    for ours, theirs in zip(
        torch.autograd.grad(fused, inputs, pull),
        torch.autograd.grad(stepwise, inputs, pull),
        strict=True,
    ):
        close(ours, theirs)


def test_torchs_fused_attention_is_called_where_no_weights_are_asked_for(
    monkeypatch,
) -> None:
    calls = []
    fused = torch.nn.functional.scaled_dot_product_attention

    def spy(*args, **kwargs):
        calls.append(kwargs["attn_mask"].shape)
        return fused(*args, **kwargs)

    monkeypatch.setattr(torch.nn.functional, "scaled_dot_product_attention", spy)
    biased_attention(*draw(), return_weights=True)
    assert calls == []
    biased_attention(*draw())
    assert calls == [(H, N_Q, N_K)]


def test_a_query_without_keys_gets_zeros_and_finite_gradients() -> None:
    inputs, mask = draw(), mask_of(N_Q, N_K)
    for return_weights in (False, True):
        result = biased_attention(*inputs, mask=mask, return_weights=return_weights)
        context = result[0] if return_weights else result
        assert (context[:, :, 2] == 0).all()
        grads = torch.autograd.grad(context.sum(), inputs)
        assert all(grad.isfinite().all() for grad in grads)
        assert (grads[3][:, 2] == 0).all()


def test_a_bias_learns_by_the_formula() -> None:
    def attend(bias: torch.Tensor) -> torch.Tensor:
        return biased_attention(q, k, v, bias, return_weights=True)[0]

    q, k, v, bias = (x[..., :2, :3].detach() for x in draw())
    assert torch.autograd.gradcheck(attend, (bias[..., :2, :2].requires_grad_(),))
    assert torch.autograd.gradgradcheck(attend, (bias[..., :2, :2].requires_grad_(),))


def test_half_precision_takes_a_bias_in_any_precision() -> None:
    q, k, v, bias = (x.detach() for x in draw())
    halves = (x.bfloat16() for x in (q, k, v))
    context = biased_attention(*halves, bias.float())
    assert context.dtype == torch.bfloat16
    close(context.double(), biased_attention(q, k, v, bias), atol=5e-2, rtol=0)


def test_the_future_does_not_change_the_past() -> None:
    _, k, v, _ = draw()
    bias = torch.randn(H, N_K, N_K).double()
    mask = torch.ones(N_K, N_K, dtype=torch.bool).tril()
    before = biased_attention(k, k, v, bias, mask=mask)
    for now in range(N_K - 1):
        later_k, later_v = k.detach().clone(), v.detach().clone()
        later_k[..., now + 1 :, :] += 1e2
        later_v[..., now + 1 :, :] += 1e2
        after = biased_attention(later_k, later_k, later_v, bias, mask=mask)
        close(after[..., : now + 1, :], before[..., : now + 1, :])
        assert (after[..., now + 1, :] != before[..., now + 1, :]).any()


def test_results_stay_on_their_device() -> None:
    q, k, v, bias = (x.detach().to("meta") for x in draw())
    assert biased_attention(q, k, v, bias).device.type == "meta"
    context, weights = biased_attention(q, k, v, bias, return_weights=True)
    assert context.shape == (B, H, N_Q, D_V)
    assert weights.shape == (B, H, N_Q, N_K)
