"""What NumPy code refuses, torch code refuses, in the same words."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.usefixtures("without_type_hook")


def ones(*shape: int) -> np.ndarray:
    return np.ones(shape)


Q, K, V = ones(3, 7), ones(5, 7), ones(5, 11)
ADDITIVE = (ones(3, 7), ones(5, 11), ones(13, 7), ones(13, 11), ones(13))
WRONG: list[tuple[str, tuple, dict[str, Any], str]] = [
    ("softmax", (np.array([1, 2]),), {}, "scores has dtype int64 and must be one of"),
    ("softmax", (ones(2, 0),), {}, "scores has shape (2, 0), with nothing on axis -1"),
    ("softmax", (ones(2, 3),), {"axis": 2}, "axis is 2 and scores has 2 axes"),
    ("softmax", (ones(2, 3),), {"temperature": 0}, "temperature is 0 and must lie"),
    ("softmax", (ones(2, 3),), {"temperature": "1"}, "temperature is a str"),
    ("softmax", (ones(2, 3),), {"mask": ones(2, 3)}, "Use from_additive(mask)"),
    ("softmax", (ones(2, 3),), {"mask": ones(2) > 0}, "mask has shape (2,)"),
    ("log_softmax", (ones(2, 3),), {"temperature": np.nan}, "temperature is nan"),
    ("log_softmax", (np.array([True]),), {}, "scores has dtype bool"),
    ("dot_scores", (Q, ones(5, 2)), {}, "k has 2 features and q has 7"),
    ("dot_scores", (ones(7), K), {}, "q has 1 axis, shape (7,): it needs at least 2"),
    ("scaled_dot_scores", (Q, ones(5, 2)), {}, "queries and keys must share d_k"),
    ("scaled_dot_scores", (ones(3, 0), ones(5, 0)), {}, "nothing on axis d_k"),
    ("scaled_dot_scores", (Q, K), {"scale": np.inf}, "scale is inf"),
    ("additive_scores", (ADDITIVE[1], *ADDITIVE[1:]), {}, "W_Q has 7 features and q"),
    (
        "additive_scores",
        (*ADDITIVE[:4], ones(2)),
        {},
        "w has 2 features and W_Q has 13",
    ),
    ("additive_scores", (*ADDITIVE[:4], ones(13, 1)), {}, "w has 2 axes"),
    ("bilinear_scores", (Q, K, ones(7, 2)), {}, "W has 2 features and k has 7"),
    ("linear_scores", (K, ones(2)), {}, "w has 2 features and k has 7"),
    ("location_scores", (Q, ones(5, 2)), {}, "W has 2 features and q has 7"),
    ("scaled_dot_product_attention", (Q, K, ones(2, 11)), {}, "v has 2 positions"),
    ("scaled_dot_product_attention", (Q, K, V), {"scale": "x"}, "scale is a str"),
    (
        "scaled_dot_product_attention",
        (Q, K, V),
        {"mask": np.zeros((3, 5))},
        "mask has dtype float64 and must be boolean, True = may attend",
    ),
    (
        "scaled_dot_product_attention",
        (Q, K, V),
        {"mask": ones(5, 3) > 0},
        "(..., q, k) = (3, 5): are its queries and keys swapped?",
    ),
    (
        "scaled_dot_product_attention",
        (np.ones((3, 7), int), K, V),
        {},
        "q has dtype int64 and must be one of float16, bfloat16, float32, float64: "
        "are these token ids",
    ),
    (
        "scaled_dot_product_attention",
        (Q, K, V.astype(np.float32)),
        {},
        "v has dtype float32 and q has float64",
    ),
    (
        "scaled_dot_product_attention",
        (ones(2, 3, 7), ones(13, 5, 7), V),
        {},
        "batch axes must broadcast, and q has (2,), k has (13,), v has ()",
    ),
    ("distance_scores", (Q, ones(5, 2)), {}, "queries and keys must share d_k"),
    ("distance_scores", (ones(7), K), {}, "q has 1 axis, shape (7,)"),
    ("kernel_regression", (Q, K, V), {"bandwidth": 0}, "bandwidth is 0 and must lie"),
    ("kernel_regression", (Q, K, V), {"bandwidth": "1"}, "bandwidth is a str"),
    ("kernel_regression", (Q, K, ones(2, 11)), {"bandwidth": 1}, "v has 2 positions"),
    (
        "kernel_regression",
        (Q, K, V),
        {"bandwidth": 1, "mask": ones(5, 3) > 0},
        "(..., q, k) = (3, 5): are its queries and keys swapped?",
    ),
    ("bandwidth_to_temperature", (-1,), {}, "bandwidth is -1 and must lie"),
    ("temperature_to_bandwidth", (0,), {}, "temperature is 0 and must lie"),
    ("predicted_centres", (Q, ones(13, 2), ones(13)), {"lengths": 5}, "W has 2 feat"),
    ("predicted_centres", (Q, ones(2, 7), ones(2)), {"lengths": 0}, "lengths is 0"),
    ("window_mask", (ones(3), 5), {"reach": 0}, "reach is 0 and must be above 0"),
    ("window_mask", (np.array([1]), 5), {"reach": 1}, "centres has dtype int64"),
    ("local_softmax", (ones(3, 5), ones(2)), {"reach": 1}, "centres has 2 positions"),
    (
        "local_softmax",
        (ones(3, 5), ones(3)),
        {"reach": 1, "mask": ones(5, 3) > 0},
        "(..., q, k) = (3, 5): are its queries and keys swapped?",
    ),
    ("gumbel_noise", (ones(3),), {}, "from 0 up to and without 1. Did you pass normal"),
    ("gumbel_noise", (-ones(3),), {}, "from 0 up to and without 1"),
    ("hardmax", (ones(3, 0),), {}, "with nothing on axis k"),
    ("hardmax", (ones(3, 5),), {"mask": ones(5)}, "mask has dtype float64"),
    (
        "reinforce_gradient",
        (ones(2, 3, 5), ones(2, 3, 5), ones(3)),
        {},
        "Did you average the losses over the batch?",
    ),
    ("reinforce_gradient", (Q, Q, ones(3)), {"baseline": np.inf}, "baseline is inf"),
    ("hopfield_retrieval", (Q, ones(5, 2)), {}, "queries and keys must share d_k"),
    ("hopfield_retrieval", (Q, K), {"temperature": 0}, "temperature is 0 and must"),
    ("hopfield_retrieval", (Q, K), {"n_steps": -1}, "n_steps is -1 and must be a"),
    ("hopfield_energy", (Q, ones(5, 2)), {}, "queries and keys must share d_k"),
    ("hopfield_energy", (Q, K), {"temperature": np.inf}, "temperature is inf"),
    ("softmax_jacobian", (ones(2, 3),), {"temperature": 0}, "temperature is 0"),
    (
        "softmax_backward",
        (ones(2, 3), ones(3)),
        {},
        "grad_weights has shape (3,) and weights has (2, 3): a gradient has one",
    ),
    (
        "scaled_dot_product_attention_backward",
        (Q, K, V, ones(3, 7)),
        {},
        "grad_context has shape (3, 7) and context has (3, 11): a gradient has",
    ),
    ("scaled_dot_product_attention_backward", (Q, K, V, Q > 0), {}, "has dtype bool"),
    (
        "scaled_dot_product_attention_backward",
        (Q, K, V, ones(3, 11)),
        {"scale": np.inf},
        "scale is inf",
    ),
    ("log_sum_exp", (ones(2, 0),), {}, "scores has shape (2, 0), with nothing on"),
    ("online_softmax", (ones(2, 3),), {"block_size": 0}, "block_size is 0 and must"),
    ("tiled_attention", (Q, K, V), {"block_size": 2.5}, "block_size is 2.5 and must"),
    (
        "tiled_attention",
        (Q, K, V),
        {"block_size": 2, "mask": ones(5, 3) > 0},
        "(..., q, k) = (3, 5): are its queries and keys swapped?",
    ),
    (
        "split_heads",
        (ones(5, 7), 2),
        {},
        "d_model is 7 and n_heads is 2: d_model must be a multiple of n_heads",
    ),
    ("split_heads", (ones(5, 7), 0), {}, "n_heads is 0 and must be a whole number"),
    ("split_heads", (ones(7), 7), {}, "it needs at least 2, (..., length, d_model)"),
    ("split_heads", ([[1.0]], 1), {}, "x is a list and must be an array"),
    ("merge_heads", (ones(5, 7),), {}, "at least 3, (..., n_heads, length, d_head)"),
    ("sinusoidal", (np.arange(3), 7), {}, "d_model is 7 and must be even"),
    ("sinusoidal", (np.arange(3) > 0, 6), {}, "positions has dtype bool"),
    ("position_angles", (np.arange(3), 6), {"base": 1}, "base is 1 and must be above"),
    ("rotary", (Q,), {}, "d is 7 and must be even: features are turned in pairs"),
    ("rotary", (ones(5, 6), np.arange(3)), {}, "positions has shape (3,) and x has"),
    ("to_half_split", (Q,), {}, "x has shape (3, 7) and must end in an even number"),
    ("from_half_split", (Q,), {}, "x has shape (3, 7) and must end in an even"),
    ("relative_positions", (2, -1), {}, "n_keys is -1"),
    ("relative_buckets", (ones(2),), {}, "offsets has dtype float64"),
    ("relative_buckets", (np.arange(3),), {"n_buckets": 7}, "n_buckets is 7 and must"),
    ("relative_bias", (ones(32), 5), {}, "table has 1 axis"),
    ("relative_bias", (ones(32, 2), 5), {"max_distance": 3}, "max_distance is 3"),
    ("alibi_slopes", (0,), {}, "n_heads is 0"),
    ("alibi_bias", (2, 2.5), {}, "n_queries is 2.5"),
    ("biased_attention", (Q, K, V, ones(5, 3)), {}, "score_bias has shape (5, 3)"),
    ("biased_attention", (Q, K, V, ones(3, 5) > 0), {}, "score_bias has dtype bool"),
    ("biased_attention", (Q, K, V, ones(5)), {"scale": np.inf}, "scale is inf"),
    (
        "biased_attention",
        (Q, K, V, ones(5)),
        {"mask": ones(5, 3) > 0},
        "(..., q, k) = (3, 5): are its queries and keys swapped?",
    ),
    ("causal_mask", (-1,), {}, "n_queries is -1"),
    ("causal_mask", (2.5,), {}, "n_queries is 2.5 and must be a whole number"),
    ("padding_mask", ([7], 5), {}, "lengths holds 7 and n_keys is 5"),
    ("padding_mask", ([[2]], 5), {}, "lengths has shape (1, 1)"),
    ("sliding_window_mask", (3,), {"window": 0}, "window is 0"),
    ("combine_masks", (ones(2) > 0, ones(3) > 0), {}, "(2,) and (3,)"),
    ("receptive_field", (), {}, "masks is empty"),
    ("receptive_field", (ones(2, 3) > 0,), {}, "masks[0] has shape (2, 3)"),
    ("to_additive", (ones(2),), {}, "mask has dtype float64"),
    ("from_additive", (ones(2),), {}, "score_bias holds 1, neither 0 nor -10000"),
    ("from_additive", (ones(2) > 0,), {}, "score_bias has dtype bool"),
    ("to_torch_sdpa", (ones(2),), {}, "mask has dtype float64"),
    ("from_torch_sdpa", (ones(2),), {}, "attn_mask has dtype float64"),
    ("to_torch_mha", (ones(5) > 0,), {}, "Use to_key_padding"),
    ("to_torch_mha", (ones(2, 2) > 0,), {"n_heads": 0}, "n_heads is 0"),
    ("from_torch_mha", (ones(7, 3, 5) > 0,), {"n_heads": 2}, "with h = 2"),
    ("to_key_padding", (ones(2, 3, 5) > 0,), {}, "goes through to_torch_mha"),
    ("from_key_padding", (ones(2, 5),), {}, "key_padding_mask has dtype float64"),
    ("to_keras", (ones(2),), {}, "mask has dtype float64"),
    ("from_keras", (ones(2),), {}, "attention_mask has dtype float64"),
    ("attention_entropy", (ones(2, 3),), {}, "sums to 3. Did you pass scores"),
    ("attention_entropy", (-ones(2, 3),), {}, "one is negative. Did you pass scores"),
    ("attention_entropy", (ones(2, 1),), {"base": 1}, "base is 1 and must be above"),
]


def translate(library: Any, value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    return library.array(value)


@pytest.mark.parametrize(
    ("name", "args", "settings", "message"),
    WRONG,
    ids=[f"{name}: {message[:30]}" for name, _, _, message in WRONG],
)
def test_wrong_arguments_are_refused_in_words(
    library: Any, name: str, args: tuple, settings: dict, message: str
) -> None:
    function: Callable = getattr(library, name)
    settings = {key: translate(library, value) for key, value in settings.items()}
    with pytest.raises(ValueError) as error:  # noqa: PT011
        function(*(translate(library, value) for value in args), **settings)
    assert message in str(error.value)


@pytest.mark.parametrize("return_weights", [False, True])
def test_both_paths_refuse_before_torch_does(
    library: Any, return_weights: bool
) -> None:
    q, k, v = (translate(library, x) for x in (Q, K, V))
    for wrong in ({"scale": np.nan}, {"mask": library.array(ones(7) > 0)}):
        with pytest.raises(ValueError, match=r"scale is nan|must broadcast"):
            library.scaled_dot_product_attention(
                q, k, v, return_weights=return_weights, **wrong
            )


def test_every_public_function_refuses_something(library: Any) -> None:
    assert {name for name, *_ in WRONG} == set(library.functions.__all__)
