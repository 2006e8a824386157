"""Each converter is tested by running the library that it is named after."""

from collections.abc import Callable

import pytest
import torch

from attnbook import functional
from attnbook.functional import (
    causal_mask,
    combine_masks,
    from_additive,
    from_keras,
    from_key_padding,
    from_torch_mha,
    from_torch_sdpa,
    padding_mask,
    scaled_dot_product_attention,
    to_additive,
    to_keras,
    to_key_padding,
    to_torch_mha,
    to_torch_sdpa,
)

B, H, N_Q, N_K, D_HEAD = 2, 3, 5, 7, 11
D_MODEL = H * D_HEAD
close = torch.testing.assert_close

Mask = torch.Tensor


def with_a_key_each(mask: Mask) -> Mask:
    """Let each query attend to the first key: torch's module gives NaN for none."""
    mask[..., 0] = True
    return mask


MASKS: dict[str, Callable[[], Mask]] = {
    "queries and keys": lambda: with_a_key_each(torch.rand(N_Q, N_K) < 0.5),
    "causal": lambda: causal_mask(N_Q, N_K),
    "batch": lambda: with_a_key_each(torch.rand(B, N_Q, N_K) < 0.5),
    "heads": lambda: with_a_key_each(torch.rand(B, H, N_Q, N_K) < 0.5),
}
masks = pytest.mark.parametrize("make", MASKS.values(), ids=MASKS)


def draw() -> tuple[torch.Tensor, torch.Tensor]:
    return torch.randn(B, N_Q, D_MODEL), torch.randn(B, N_K, D_MODEL)


def torch_module() -> torch.nn.MultiheadAttention:
    return torch.nn.MultiheadAttention(D_MODEL, H, batch_first=True, bias=False)


def split_heads(x: torch.Tensor) -> torch.Tensor:
    return x.unflatten(-1, (H, D_HEAD)).transpose(1, 2)  # (b, h, length, d_head)


def our_attention(
    module: torch.nn.MultiheadAttention, q: torch.Tensor, k: torch.Tensor, mask: Mask
) -> tuple[torch.Tensor, torch.Tensor]:
    """Compute what torch's module does, with our attention and our mask."""
    W_Q, W_K, W_V = module.in_proj_weight.chunk(3)
    mask = mask[:, None] if mask.ndim == 3 else mask  # (b, 1, q, k)
    projected = (split_heads(x @ W.T) for x, W in ((q, W_Q), (k, W_K), (k, W_V)))
    context, weights = scaled_dot_product_attention(
        *projected, mask=mask, return_weights=True
    )
    return module.out_proj(context.transpose(1, 2).flatten(2)), weights


@masks
def test_torch_mha_attends_where_our_mask_says(make: Callable) -> None:
    module, (q, k), mask = torch_module(), draw(), make()
    attn_mask = to_torch_mha(mask, n_heads=H)
    theirs = module(q, k, k, attn_mask=attn_mask, average_attn_weights=False)
    for ours, expected in zip(our_attention(module, q, k, mask), theirs, strict=True):
        close(ours, expected, rtol=1e-4, atol=1e-5)


def test_we_attend_where_the_mask_of_torch_mha_says() -> None:
    module, (q, k) = torch_module(), draw()
    attn_mask = torch.rand(B * H, N_Q, N_K) < 0.5
    attn_mask[..., 0] = False
    theirs = module(q, k, k, attn_mask=attn_mask, average_attn_weights=False)
    mask = from_torch_mha(attn_mask, n_heads=H)
    for ours, expected in zip(our_attention(module, q, k, mask), theirs, strict=True):
        close(ours, expected, rtol=1e-4, atol=1e-5)


def test_torch_mha_ignores_the_keys_that_our_padding_mask_ignores() -> None:
    module, (q, k), mask = torch_module(), draw(), padding_mask([3, 7], N_K)
    ignored = to_key_padding(mask)
    assert torch.equal(from_key_padding(ignored), mask)
    theirs = module(q, k, k, key_padding_mask=ignored, average_attn_weights=False)
    for ours, expected in zip(our_attention(module, q, k, mask), theirs, strict=True):
        close(ours, expected, rtol=1e-4, atol=1e-5)
    assert (theirs[1][0, ..., 3:] == 0).all()


def test_torch_mha_takes_an_additive_mask() -> None:
    module, (q, k), mask = torch_module(), draw(), causal_mask(N_Q, N_K)
    theirs = module(q, k, k, attn_mask=to_additive(mask), average_attn_weights=False)
    for ours, expected in zip(our_attention(module, q, k, mask), theirs, strict=True):
        close(ours, expected, rtol=1e-4, atol=1e-5)


def test_torch_mha_gives_nan_where_nothing_may_be_attended_to() -> None:
    """What the notes of ``to_torch_mha`` say; ours gives zeros."""
    module, (q, k) = torch_module(), draw()
    mask = torch.zeros(N_Q, N_K, dtype=torch.bool)
    theirs, _ = module(q, k, k, attn_mask=to_torch_mha(mask))
    assert theirs.isnan().all()
    assert (our_attention(module, q, k, mask)[1] == 0).all()


@masks
def test_torch_sdpa_attends_where_our_mask_says(make: Callable) -> None:
    q, k = (split_heads(x) for x in draw())
    mask = make()
    mask = mask[:, None] if mask.ndim == 3 else mask
    fused = torch.nn.functional.scaled_dot_product_attention
    ours = scaled_dot_product_attention(q, k, k, mask=mask, return_weights=True)[0]
    close(fused(q, k, k, attn_mask=to_torch_sdpa(mask)), ours)
    close(fused(q, k, k, attn_mask=to_additive(mask)), ours)
    back = from_additive(to_additive(mask))
    assert torch.equal(from_torch_sdpa(to_torch_sdpa(mask)), mask)
    assert torch.equal(back, mask)


def test_torch_sdpa_takes_a_mask_of_keys_only_after_conversion() -> None:
    q, k = (split_heads(x) for x in draw())
    mask = torch.tensor([True, False, True, True, False, True, True])
    fused = torch.nn.functional.scaled_dot_product_attention
    with pytest.raises(IndexError):
        fused(q, k, k, attn_mask=mask)
    ours = scaled_dot_product_attention(q, k, k, mask=mask, return_weights=True)[0]
    close(fused(q, k, k, attn_mask=to_torch_sdpa(mask)), ours)


def test_an_additive_mask_added_to_the_scores_masks() -> None:
    scores, mask = torch.randn(B, N_Q, N_K), torch.rand(N_Q, N_K) < 0.5
    mask[2] = False
    added = functional.softmax(scores + to_additive(mask))
    close(added, functional.softmax(scores, mask=mask))


@pytest.fixture(scope="module")
def keras_module() -> Callable:
    """Give Keras' own multi-head attention, on the torch backend."""
    keras = pytest.importorskip("keras", reason="waits for keras to be installed")
    layer = keras.layers.MultiHeadAttention(H, D_HEAD, use_bias=False)
    layer.build((B, N_Q, D_MODEL), (B, N_K, D_MODEL), (B, N_K, D_MODEL))
    return layer


def our_keras(
    layer: Callable, q: torch.Tensor, k: torch.Tensor, mask: Mask
) -> tuple[torch.Tensor, torch.Tensor]:
    """Compute what the layer of Keras does, with our attention and our mask."""
    W_Q, W_K, W_V, W_O = (variable.value.data for variable in layer.weights)
    mask = mask[:, None] if mask.ndim == 3 else mask  # (b, 1, q, k)
    projected = (
        torch.einsum("bnm,mhd->bhnd", x, W) for x, W in ((q, W_Q), (k, W_K), (k, W_V))
    )
    context, weights = scaled_dot_product_attention(
        *projected, mask=mask, return_weights=True
    )
    return torch.einsum("bhnd,hdm->bnm", context, W_O), weights


KERAS_MASKS = MASKS | {
    "padding": lambda: padding_mask([3, 7], N_K),
    "keys": lambda: torch.tensor([True, False, True, True, False, True, True]),
    "padding and window": lambda: combine_masks(
        padding_mask([7, 5], N_K), causal_mask(N_Q, N_K)
    ),
}


@pytest.mark.parametrize("make", KERAS_MASKS.values(), ids=KERAS_MASKS)
def test_keras_attends_where_our_mask_says(
    keras_module: Callable, make: Callable
) -> None:
    (q, k), mask = draw(), make()
    attention_mask = to_keras(mask)
    theirs = keras_module(
        q, k, attention_mask=attention_mask, return_attention_scores=True
    )
    for ours, expected in zip(our_keras(keras_module, q, k, mask), theirs, strict=True):
        close(ours, expected.detach(), rtol=1e-4, atol=1e-5)
    assert torch.equal(from_keras(attention_mask), torch.atleast_2d(mask))


def test_keras_gives_zeros_where_nothing_may_be_attended_to(
    keras_module: Callable,
) -> None:
    """What the notes of ``to_keras`` say, and what ours gives."""
    (q, k), mask = draw(), torch.zeros(N_Q, N_K, dtype=torch.bool)
    _, weights = keras_module(
        q, k, attention_mask=to_keras(mask), return_attention_scores=True
    )
    assert (weights == 0).all()
