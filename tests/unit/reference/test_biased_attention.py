import math

import numpy as np
import pytest

from attnbook.reference import (
    alibi_bias,
    biased_attention,
    causal_mask,
    scaled_dot_product_attention,
)

close = np.testing.assert_allclose
N_Q, N_K, D_K, D_V = 3, 5, 7, 11


def draw(rng: np.random.Generator, *batch: int) -> list[np.ndarray]:
    sizes = (N_Q, D_K), (N_K, D_K), (N_K, D_V), (N_Q, N_K)
    return [rng.normal(size=(*batch, *size)) for size in sizes]


def test_a_bias_is_added_after_the_scale_and_before_the_softmax(
    rng: np.random.Generator,
) -> None:
    q, k, v, bias = draw(rng)
    context, weights = biased_attention(q, k, v, bias, return_weights=True)
    for i in range(N_Q):
        powers = [
            math.exp(q[i] @ k[j] / math.sqrt(D_K) + bias[i, j]) for j in range(N_K)
        ]
        close(weights[i], np.array(powers) / sum(powers))
        close(context[i], sum(p * v[j] for j, p in enumerate(powers)) / sum(powers))


def test_a_bias_multiplies_the_odds(rng: np.random.Generator) -> None:
    q, k, v, bias = draw(rng, 2)
    _, plain = scaled_dot_product_attention(q, k, v, return_weights=True)
    _, weights = biased_attention(q, k, v, bias, return_weights=True)
    odds = plain * np.exp(bias)
    close(weights, odds / odds.sum(-1, keepdims=True))


def test_no_bias_is_plain_attention(rng: np.random.Generator) -> None:
    q, k, v, _ = draw(rng, 2)
    mask = rng.random((N_Q, N_K)) < 0.5
    given = biased_attention(q, k, v, np.zeros((1, 1)), mask=mask, scale=0.3)
    close(given, scaled_dot_product_attention(q, k, v, mask=mask, scale=0.3))


def test_a_bias_for_each_head_meets_the_heads(rng: np.random.Generator) -> None:
    q, k, v, _ = draw(rng, 2, 13)
    bias = alibi_bias(13, N_Q, N_K)
    given = biased_attention(q, k, v, bias)
    close(given[1, 4], biased_attention(q[1, 4], k[1, 4], v[1, 4], bias[4]))


def test_a_query_with_nothing_to_attend_to_gets_zeros(rng: np.random.Generator) -> None:
    q, k, v, bias = draw(rng)
    mask = np.array([[True] * N_K, [False] * N_K, [True] * N_K])
    context, weights = biased_attention(q, k, v, bias, mask=mask, return_weights=True)
    assert (context[1] == 0).all()
    assert (weights[1] == 0).all()


def test_a_bias_brings_no_masked_key_back(rng: np.random.Generator) -> None:
    _, k, v, _ = draw(rng)
    mask, bias = causal_mask(N_K), np.full((N_K, N_K), 1e4)
    _, weights = biased_attention(k, k, v, bias, mask=mask, return_weights=True)
    assert (weights[~mask] == 0).all()


def test_the_same_bias_everywhere_changes_nothing(rng: np.random.Generator) -> None:
    q, k, v, _ = draw(rng)
    close(
        biased_attention(q, k, v, np.full((N_Q, 1), 3.0)),
        scaled_dot_product_attention(q, k, v),
    )


def test_half_precision_is_widened_before_the_bias_is_added() -> None:
    q = np.full((1, 64), 40, np.float16)  # q · k is 102,400 before the scale
    k, v = np.stack([q[0], q[0]]), np.array([[0.0], [4.0]], np.float16)
    bias = np.log(np.array([[1.0, 3.0]]))
    context = biased_attention(q, k, v, bias, scale=1.0)
    assert context.dtype == np.float16
    close(context, [[3.0]], rtol=1e-3)


@pytest.mark.parametrize("shape", [(N_K, N_Q), (2, N_Q, N_K), (N_K + 1,)])
def test_a_bias_of_another_shape_is_refused(
    rng: np.random.Generator, shape: tuple[int, ...]
) -> None:
    q, k, v, _ = draw(rng)
    with pytest.raises(ValueError, match="score_bias has shape"):
        biased_attention(q, k, v, np.zeros(shape))
