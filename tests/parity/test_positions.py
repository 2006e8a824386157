"""Our positions against what others would compute: complex numbers, and torch."""

from typing import Any

import numpy as np
import pytest
import torch

B, H, N_Q, N_K, D = 2, 3, 5, 7, 6
close = np.testing.assert_allclose


def test_sinusoidal_is_the_polar_form_of_torch(library: Any) -> None:
    where = np.array([0.0, 1.0, 2.5, 300.0])
    waves = library.numpy(library.sinusoidal(library.array(where), D))
    frequencies = torch.logspace(0, -4, D // 2 + 1).double()[:-1]  # 10,000^(-2c/d)
    angles = torch.outer(torch.tensor(where), frequencies)
    pairs = torch.view_as_real(torch.polar(torch.ones_like(angles), angles))  # cos, sin
    close(waves, pairs.flip(-1).flatten(-2).numpy(), atol=1e-4)


def test_rotary_is_a_complex_product_of_torch(
    library: Any, rng: np.random.Generator
) -> None:
    x = rng.normal(size=(B, H, N_K, D))
    pairs = torch.view_as_complex(torch.tensor(x).unflatten(-1, (D // 2, 2)))
    frequencies = 10_000 ** (-torch.arange(0, D, 2).double() / D)
    angles = torch.outer(torch.arange(N_K).double(), frequencies)
    turned = pairs * torch.polar(torch.ones_like(angles), angles)
    expected = torch.view_as_real(turned).flatten(-2).numpy()
    close(library.numpy(library.rotary(library.array(x))), expected, atol=1e-12)


MASKS = {
    "none": lambda _: None,
    "queries and keys": lambda rng: rng.random((N_Q, N_K)) < 0.5,
    "heads": lambda rng: rng.random((B, H, N_Q, N_K)) < 0.5,
}
masks = pytest.mark.parametrize("make", MASKS.values(), ids=MASKS)


@masks
@pytest.mark.parametrize("shape", [(H, N_Q, N_K), (N_Q, N_K), (B, 1, 1, N_K)], ids=str)
def test_biased_attention_is_torchs_with_an_additive_mask(
    library: Any, make: Any, shape: tuple, rng: np.random.Generator
) -> None:
    sizes = (B, H, N_Q, D), (B, H, N_K, D), (B, H, N_K, 11)
    q, k, v = (rng.normal(size=size) for size in sizes)
    bias, mask = rng.normal(size=shape), make(rng)
    if mask is not None:
        mask[..., 0] = True  # torch's answer to a query without keys differs by version
    whole = np.broadcast_to(bias, (B, H, N_Q, N_K)).copy()
    if mask is not None:
        whole[~np.broadcast_to(mask, whole.shape)] = -np.inf
    expected = torch.nn.functional.scaled_dot_product_attention(
        *(torch.tensor(x) for x in (q, k, v)), attn_mask=torch.tensor(whole)
    )
    given = [library.array(x) for x in (q, k, v, bias)]
    settings = {} if mask is None else {"mask": library.array(mask)}
    for return_weights in (False, True):
        result = library.biased_attention(
            *given, **settings, return_weights=return_weights
        )
        context = result[0] if return_weights else result
        close(library.numpy(context), expected.numpy(), atol=1e-12)


OFFSETS = np.arange(-200, 201)


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize(("n_buckets", "max_distance"), [(32, 128), (8, 20), (12, 64)])
def test_buckets_are_the_same_in_both_halves_of_the_package(
    library: Any, bidirectional: bool, n_buckets: int, max_distance: int
) -> None:
    settings = {
        "n_buckets": n_buckets,
        "max_distance": max_distance,
        "bidirectional": bidirectional,
    }
    ours = library.numpy(library.relative_buckets(library.array(OFFSETS), **settings))
    n = n_buckets // 2 if bidirectional else n_buckets
    distance = np.abs(OFFSETS) if bidirectional else np.maximum(-OFFSETS, 0)
    # Where each bucket ends, from the definition; searched, not computed.
    shared = n - n // 2
    ends = (n // 2) * (max_distance / (n // 2)) ** (np.arange(1, shared) / shared)
    far = n // 2 + np.searchsorted(ends, distance + 1e-9, side="left")
    expected = np.where(distance < n // 2, distance, far)
    close(ours, expected + (OFFSETS > 0) * n * bidirectional)


@pytest.mark.parametrize("n_heads", [1, 3, 8, 11, 12, 16, 20])
def test_slopes_and_biases_are_the_same_in_both_halves(
    library: Any, n_heads: int
) -> None:
    def by_ratio(n: int) -> list[float]:  # as its authors count, for powers of two
        first = 2 ** (-(2.0 ** -(np.log2(n) - 3)))
        return [first * first**i for i in range(n)]

    below = 2 ** int(np.log2(n_heads))
    expected = by_ratio(below) + by_ratio(2 * below)[0::2][: n_heads - below]
    close(library.numpy(library.alibi_slopes(n_heads)), expected, rtol=1e-6)
    bias = library.numpy(library.alibi_bias(n_heads, N_Q, N_K))
    for h in range(n_heads):
        for i in range(N_Q):
            at = i + N_K - N_Q
            steps = [abs(j - at) for j in range(N_K)]
            close(bias[h, i], [-expected[h] * s for s in steps], rtol=1e-6)
