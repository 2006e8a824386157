import math

import numpy as np
import pytest
import torch

from attnbook import functional, reference
from attnbook.nn import MultiHeadAttention

B, H, N_Q, N_K, D_HEAD = 2, 3, 5, 7, 11
D_MODEL = H * D_HEAD
close = torch.testing.assert_close


@pytest.fixture
def attend():
    torch.manual_seed(0)
    layer = MultiHeadAttention(D_MODEL, H).double()
    for p in layer.parameters():  # biases too, which begin at zero
        torch.nn.init.normal_(p, std=0.3)
    return layer


@pytest.fixture
def qkv():
    random = torch.Generator().manual_seed(1)
    lengths = N_Q, N_K, N_K
    return [
        torch.randn(B, n, D_MODEL, generator=random, dtype=torch.float64)
        for n in lengths
    ]


def by_the_formula(layer, q, k, v):
    """The same in NumPy, head by head, with the layer's weights cut by hand."""
    named = {n: p.detach().numpy() for n, p in layer.named_parameters()}
    inputs = {"query_proj": q, "key_proj": k, "value_proj": v}
    contexts, all_weights = [], []
    for h in range(H):
        part = slice(h * D_HEAD, (h + 1) * D_HEAD)
        projected = (
            x.numpy() @ named[f"{name}.weight"][part].T + named[f"{name}.bias"][part]
            for name, x in inputs.items()
        )
        context, weights = reference.scaled_dot_product_attention(
            *projected, return_weights=True
        )
        contexts.append(context)
        all_weights.append(weights)
    joined = np.concatenate(contexts, axis=-1)  # (b, q, d_model)
    output = joined @ named["output_proj.weight"].T + named["output_proj.bias"]
    return output, np.stack(all_weights, axis=1)


@pytest.mark.parametrize("return_weights", [False, True])
def test_each_head_attends_by_the_formula_with_its_own_features(
    attend, qkv, return_weights
):
    output, weights = by_the_formula(attend, *qkv)
    ours = attend(*qkv, return_weights=return_weights)
    if return_weights:
        ours, our_weights = ours
        np.testing.assert_allclose(our_weights.detach(), weights, rtol=0, atol=1e-12)
    np.testing.assert_allclose(ours.detach(), output, rtol=0, atol=1e-12)


def mask_of(shape):
    random = torch.Generator().manual_seed(2)
    mask = torch.rand(shape, generator=random) < 0.6
    return mask.index_fill(-2, torch.tensor([0]), False)  # a query with nothing to see


@pytest.mark.parametrize(
    "shape",
    [(N_K,), (1, N_K), (N_Q, N_K), (B, 1, N_K), (B, N_Q, N_K), (B, H, N_Q, N_K)],
    ids=str,
)
def test_the_fused_path_gives_what_the_path_with_weights_gives(attend, qkv, shape):
    mask = mask_of(shape) if len(shape) > 1 else torch.arange(N_K) % 3 > 0
    inputs = [x.requires_grad_() for x in qkv]
    fused = attend(*inputs, mask=mask)
    stepwise, _ = attend(*inputs, mask=mask, return_weights=True)
    close(fused, stepwise)
    pull = torch.randn_like(fused)
    for ours, theirs in zip(
        torch.autograd.grad(fused, inputs, pull),
        torch.autograd.grad(stepwise, inputs, pull),
        strict=True,
    ):
        close(ours, theirs)


def test_torchs_fused_attention_is_called_where_no_weights_are_asked_for(
    attend, qkv, monkeypatch
):
    calls = []
    fused = torch.nn.functional.scaled_dot_product_attention

    def spy(*args, **kwargs):
        calls.append(args[0].shape)
        return fused(*args, **kwargs)

    monkeypatch.setattr(torch.nn.functional, "scaled_dot_product_attention", spy)
    attend(*qkv, return_weights=True)
    assert calls == []
    attend(*qkv)
    assert calls == [(B, H, N_Q, D_HEAD)]


def test_a_mask_without_heads_is_the_same_for_all_heads(qkv):
    # As many heads as sequences: lined up from the right, it would go to the heads.
    attend = MultiHeadAttention(D_MODEL + 1, B).double()
    qkv = [torch.nn.functional.pad(x, (0, 1)) for x in qkv]
    mask = functional.padding_mask([3, N_K], N_K)  # (b, 1, k)
    _, weights = attend(*qkv, mask=mask, return_weights=True)
    assert (weights[0, :, :, 3:] == 0).all()
    assert (weights[0, :, :, :3] > 0).all()
    assert (weights[1] > 0).all()


def test_a_mask_with_heads_gives_each_its_own(attend, qkv):
    mask = torch.ones(B, H, N_Q, N_K, dtype=torch.bool)
    mask[:, 1, :, 2:] = False
    _, weights = attend(*qkv, mask=mask, return_weights=True)
    assert (weights[:, 1, :, 2:] == 0).all()
    assert (weights[:, [0, 2]] > 0).all()


@pytest.mark.parametrize("bias", [False, True])
def test_a_query_with_nothing_to_attend_to_gives_the_bias_of_the_output(qkv, bias):
    attend = MultiHeadAttention(D_MODEL, H, bias=bias).double()
    if bias:
        torch.nn.init.normal_(attend.output_proj.bias)
    mask = torch.ones(N_Q, N_K, dtype=torch.bool)
    mask[2] = False
    expected = attend.output_proj.bias if bias else torch.zeros(D_MODEL).double()
    output, weights = attend(*qkv, mask=mask, return_weights=True)
    assert (weights[:, :, 2] == 0).all()
    for given in (output, attend(*qkv, mask=mask)):
        close(given[:, 2], expected.expand(B, -1))
    inputs = [x.requires_grad_() for x in qkv]
    attend(*inputs, mask=mask).sum().backward()
    grads = [x.grad for x in inputs] + [p.grad for p in attend.parameters()]
    assert all(g.isfinite().all() for g in grads)


@pytest.mark.parametrize("return_weights", [False, True])
def test_the_future_does_not_change_the_past(attend, qkv, return_weights):
    x = qkv[1]

    def run(x):
        mask = functional.causal_mask(N_K)
        result = attend(x, x, x, mask=mask, return_weights=return_weights)
        return result[0] if return_weights else result

    before = run(x)
    for now in range(N_K - 1):
        changed = x.clone()
        changed[:, now + 1 :] += 1e3
        after = run(changed)
        close(after[:, : now + 1], before[:, : now + 1])
        assert (after[:, now + 1] != before[:, now + 1]).all()


def test_shuffled_tokens_give_the_same_outputs_shuffled(attend, qkv):
    x, order = qkv[1], torch.tensor([3, 0, 6, 2, 5, 1, 4])
    output, weights = attend(x, x, x, return_weights=True)
    moved, moved_weights = attend(*[x[:, order]] * 3, return_weights=True)
    close(moved, output[:, order])
    close(moved_weights, weights[:, :, order][..., order])


def test_heads_do_not_see_each_others_features(attend, qkv):
    _, before = attend(*qkv, return_weights=True)
    with torch.no_grad():  # the queries of the second head
        attend.query_proj.weight[D_HEAD : 2 * D_HEAD] *= -1
    _, after = attend(*qkv, return_weights=True)
    close(after[:, [0, 2]], before[:, [0, 2]])
    assert (after[:, 1] != before[:, 1]).all()


def test_the_bias_of_the_keys_changes_nothing(attend, qkv):
    before = attend(*qkv)
    with torch.no_grad():
        attend.key_proj.bias += 3.0
    close(attend(*qkv), before)


def test_every_parameter_learns_but_the_bias_of_the_keys(attend, qkv):
    attend(*qkv).square().sum().backward()
    for name, p in attend.named_parameters():
        learns = p.grad.abs().max() > 1e-8
        assert learns == (name != "key_proj.bias"), name


def test_the_gradient_agrees_with_finite_differences():
    attend = MultiHeadAttention(6, 3).double()
    sizes = (2, 2, 6), (2, 3, 6), (2, 3, 6)
    inputs = [torch.randn(s).double().requires_grad_() for s in sizes]
    assert torch.autograd.gradcheck(lambda *x: attend(*x), inputs)


@pytest.mark.parametrize("bias", [False, True])
def test_there_are_no_more_parameters_than_the_equation_has(bias):
    layer = MultiHeadAttention(D_MODEL, H, bias=bias)
    n = sum(p.numel() for p in layer.parameters())
    assert n == 4 * D_MODEL * D_MODEL + 4 * D_MODEL * bias


def test_as_many_parameters_whatever_the_number_of_heads():
    one, many = (
        sum(p.numel() for p in MultiHeadAttention(D_MODEL, h).parameters())
        for h in (1, D_MODEL)
    )
    assert one == many


def test_at_first_scores_of_features_of_variance_one_have_variance_one():
    attend = MultiHeadAttention(256, 4)
    q, k = (torch.randn(512, 256) for _ in range(2))
    q_heads, k_heads = (
        functional.split_heads(project(x), 4)
        for project, x in ((attend.query_proj, q), (attend.key_proj, k))
    )
    variance = functional.scaled_dot_scores(q_heads, k_heads).var().item()
    assert math.isclose(variance, 1.0, abs_tol=0.1)


def test_no_batch_is_a_batch_too(attend, qkv):
    mask = mask_of((N_Q, N_K))
    output, weights = attend(*qkv, mask=mask, return_weights=True)
    alone, alone_weights = attend(*(x[1] for x in qkv), mask=mask, return_weights=True)
    close(alone, output[1])
    close(alone_weights, weights[1])


@pytest.mark.usefixtures("without_type_hook")
class TestErrors:
    def test_features_that_no_head_number_divides(self):
        with pytest.raises(ValueError, match="d_model is 7 and n_heads is 2"):
            MultiHeadAttention(7, 2)

    def test_tokens_of_another_width(self, attend, qkv):
        with pytest.raises(ValueError, match="k has 32 features and W_Q has 33"):
            attend(qkv[0], qkv[1][..., 1:], qkv[2])

    def test_keys_and_values_of_different_length(self, attend, qkv):
        with pytest.raises(ValueError, match="v has 5 positions and k has 7"):
            attend(qkv[0], qkv[1], qkv[0])

    def test_another_dtype(self, attend, qkv):
        with pytest.raises(ValueError, match="q has dtype float32 and W_Q has float64"):
            attend(*(x.float() for x in qkv))

    @pytest.mark.parametrize("return_weights", [False, True])
    def test_a_mask_with_queries_and_keys_swapped(self, attend, qkv, return_weights):
        mask = torch.ones(N_K, N_Q, dtype=torch.bool)
        with pytest.raises(ValueError, match="are its queries and keys swapped"):
            attend(*qkv, mask=mask, return_weights=return_weights)

    def test_a_mask_of_numbers(self, attend, qkv):
        with pytest.raises(ValueError, match=r"Use from_additive\(mask\)"):
            attend(*qkv, mask=torch.zeros(N_Q, N_K))
