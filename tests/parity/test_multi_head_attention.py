"""Our layer and ``torch.nn.MultiheadAttention`` with the same weights."""

import pytest
import torch

from attnbook.functional import (
    causal_mask,
    combine_masks,
    padding_mask,
    to_key_padding,
    to_torch_mha,
)
from attnbook.nn import MultiHeadAttention

B, H, N_Q, N_K, D_HEAD = 2, 3, 5, 7, 11
D_MODEL = H * D_HEAD
close = torch.testing.assert_close


def copy_to_torch(ours: MultiHeadAttention) -> torch.nn.MultiheadAttention:
    """Give torch's module with the weights of ours: it packs three into one."""
    bias = ours.output_proj.bias is not None
    d_model = ours.output_proj.in_features
    theirs = torch.nn.MultiheadAttention(
        d_model, ours.n_heads, bias=bias, batch_first=True
    ).to(ours.output_proj.weight.dtype)
    projections = ours.query_proj, ours.key_proj, ours.value_proj
    state = {"in_proj_weight": torch.cat([p.weight for p in projections])}
    if bias:
        state["in_proj_bias"] = torch.cat([p.bias for p in projections])
    state |= {f"out_proj.{n}": p for n, p in ours.output_proj.state_dict().items()}
    theirs.load_state_dict(state)
    return theirs


def pair(bias: bool = True) -> tuple[MultiHeadAttention, torch.nn.MultiheadAttention]:
    ours = MultiHeadAttention(D_MODEL, H, bias=bias).double()
    for p in ours.parameters():  # biases too, which begin at zero
        torch.nn.init.normal_(p, std=0.3)
    return ours, copy_to_torch(ours)


def draw() -> list[torch.Tensor]:
    lengths = N_Q, N_K, N_K
    return [torch.randn(B, n, D_MODEL).double().requires_grad_() for n in lengths]


def random_mask(*shape: int) -> torch.Tensor:
    mask = torch.rand(shape) < 0.5
    mask[..., 0] = True  # torch's module gives NaN to a query with nothing to see
    return mask


MASKS = {
    "none": lambda: None,
    "causal": lambda: causal_mask(N_Q, N_K),
    "queries and keys": lambda: random_mask(N_Q, N_K),
    "batch": lambda: random_mask(B, N_Q, N_K),
    "heads": lambda: random_mask(B, H, N_Q, N_K),
}
masks = pytest.mark.parametrize("make", MASKS.values(), ids=MASKS)


def both(ours, theirs, inputs, mask):
    attn_mask = None if mask is None else to_torch_mha(mask, n_heads=H)
    return (
        ours(*inputs, mask=mask, return_weights=True),
        theirs(*inputs, attn_mask=attn_mask, average_attn_weights=False),
    )


@masks
@pytest.mark.parametrize("bias", [False, True])
def test_outputs_and_weights_of_each_head_are_those_of_torch(make, bias: bool) -> None:
    mask = make()
    (output, weights), theirs = both(*pair(bias), draw(), mask)
    close(output, theirs[0])
    close(weights, theirs[1])
    assert weights.shape == (B, H, N_Q, N_K)


@masks
def test_the_fused_path_gives_the_outputs_of_torch(make) -> None:
    (ours, theirs), inputs, mask = pair(), draw(), make()
    _, expected = both(ours, theirs, inputs, mask)
    close(ours(*inputs, mask=mask), expected[0])


@masks
@pytest.mark.parametrize("return_weights", [False, True])
def test_gradients_of_inputs_and_weights_are_those_of_torch(
    make, return_weights: bool
) -> None:
    (ours, theirs), inputs, mask = pair(), draw(), make()
    (output, _), (expected, _) = both(ours, theirs, inputs, mask)
    if not return_weights:
        output = ours(*inputs, mask=mask)
    pull = torch.randn_like(output)
    given = torch.autograd.grad(output, [*inputs, *ours.parameters()], pull)
    wanted = torch.autograd.grad(expected, [*inputs, *theirs.parameters()], pull)
    for mine, yours in zip(given[:3], wanted[:3], strict=True):
        close(mine, yours)
    named = dict(zip(dict(ours.named_parameters()), given[3:], strict=True))
    packed = dict(zip(dict(theirs.named_parameters()), wanted[3:], strict=True))
    for kind in ("weight", "bias"):
        parts = [named[f"{n}_proj.{kind}"] for n in ("query", "key", "value")]
        close(torch.cat(parts), packed[f"in_proj_{kind}"])
        close(named[f"output_proj.{kind}"], packed[f"out_proj.{kind}"])


def test_padding_and_causality_together_are_those_of_torch() -> None:
    (ours, theirs), x = pair(), draw()[1]
    padding, causal = padding_mask([3, N_K], N_K), causal_mask(N_K)
    expected = theirs(
        x,
        x,
        x,
        attn_mask=to_torch_mha(causal),
        key_padding_mask=to_key_padding(padding),
        average_attn_weights=False,
    )
    given = ours(x, x, x, mask=combine_masks(padding, causal), return_weights=True)
    for mine, yours in zip(given, expected, strict=True):
        close(mine, yours)


def test_where_nothing_may_be_attended_to_torch_gives_nan_and_ours_the_bias() -> None:
    (ours, theirs), inputs = pair(), draw()
    mask = torch.ones(N_Q, N_K, dtype=torch.bool)
    mask[2] = False
    (output, weights), (expected, _) = both(ours, theirs, inputs, mask)
    assert expected[:, 2].isnan().all()
    close(output[:, 2], ours.output_proj.bias.expand(B, -1))
    assert (weights[:, :, 2] == 0).all()
    rest = [0, 1, 3, 4]
    close(output[:, rest], expected[:, rest])
