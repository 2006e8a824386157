import numpy as np
import pytest

from attnbook.reference import (
    causal_mask,
    log_sum_exp,
    online_softmax,
    scaled_dot_product_attention,
    softmax,
    tiled_attention,
)

N_Q, N_K, D_K, D_V = 3, 11, 7, 5
close = np.testing.assert_allclose
sizes = pytest.mark.parametrize("block_size", [1, 2, 3, 10, 11, 12, 1000])


def draw(rng: np.random.Generator, *shapes: tuple[int, ...]) -> list[np.ndarray]:
    return [rng.normal(size=shape) for shape in shapes]


def test_scores_together_are_worth_the_logarithm_of_their_powers() -> None:
    close(log_sum_exp(np.log([[1.0, 3.0], [2.0, 5.0]])), np.log([4, 7]), rtol=1e-15)


def test_log_sum_exp_lies_between_the_maximum_and_log_n_above_it(
    rng: np.random.Generator,
) -> None:
    scores = rng.normal(size=(2, N_Q, N_K)) * 9
    above = log_sum_exp(scores) - scores.max(-1)
    assert (above > 0).all()
    assert (above < np.log(N_K)).all()
    close(log_sum_exp(np.full((2, N_K), 3.0)), 3 + np.log(N_K), rtol=1e-15)


@pytest.mark.parametrize("shift", [1e4, -1e4])
def test_log_sum_exp_neither_overflows_nor_loses_everything(shift: float) -> None:
    close(log_sum_exp(np.array([shift, shift])), shift + np.log(2), rtol=1e-15)


def test_log_sum_exp_of_nothing_is_minus_infinity() -> None:
    scores = np.array([[-np.inf, -np.inf], [-np.inf, 3.0]])
    close(log_sum_exp(scores), [-np.inf, 3.0], atol=0)


def test_the_contexts_of_two_blocks_are_mixed_by_the_softmax_of_their_log_sum_exps(
    rng: np.random.Generator,
) -> None:
    scores, values = draw(rng, (N_Q, N_K), (N_K, D_V))
    parts = slice(0, 4), slice(4, N_K)
    contexts = np.stack([softmax(scores[:, p]) @ values[p] for p in parts], -2)
    shares = softmax(np.stack([log_sum_exp(scores[:, p]) for p in parts], -1))
    whole = softmax(scores) @ values
    close((shares[..., None] * contexts).sum(-2), whole, rtol=1e-12)


@sizes
def test_one_pass_gives_the_weights_of_softmax(
    block_size: int, rng: np.random.Generator
) -> None:
    (scores,) = draw(rng, (2, N_Q, N_K))
    for order in (scores, np.sort(scores), np.sort(scores)[..., ::-1]):
        given = online_softmax(order, block_size=block_size)
        close(given, softmax(order), rtol=1e-13)


@sizes
def test_one_pass_survives_large_scores_and_blocks_of_minus_infinity(
    block_size: int,
) -> None:
    row = np.array([-np.inf, -np.inf, -np.inf, 900.0, -1e4, 901.0, -np.inf, 5.0])
    scores = np.stack([row, row[::-1], np.full(8, -np.inf)])
    close(online_softmax(scores, block_size=block_size), softmax(scores), rtol=1e-13)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_largest_scores_do_not_overflow(dtype: type) -> None:
    big = np.finfo(dtype).max
    scores = np.array([-big, big, big], dtype)
    close(online_softmax(scores), [0, 0.5, 0.5], atol=0)


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
def test_a_fault_shows_in_its_own_row_only() -> None:
    scores = np.zeros((3, 5))
    scores[0, 1], scores[1, 3] = np.nan, np.inf
    weights = online_softmax(scores, block_size=2)
    assert np.isnan(weights[:2]).any(-1).all()
    close(weights[2], 0.2)
    assert np.isnan(log_sum_exp(scores)).tolist() == [True, True, False]


MASKS = {
    "none": None,
    "a single truth": np.array(True),
    "keys": np.random.default_rng(1).random(N_K) < 0.5,
    "queries and keys": np.random.default_rng(2).random((N_Q, N_K)) < 0.3,
    "causal": causal_mask(N_Q, N_K),
    "first keys hidden": np.arange(N_K) >= 7,
    "one query has nothing": np.array([[True], [False], [True]]),
    "batch": np.random.default_rng(3).random((2, 1, N_K)) < 0.5,
    "nothing": np.zeros(N_K, bool),
}


@sizes
@pytest.mark.parametrize("mask", MASKS.values(), ids=MASKS)
def test_tiles_give_the_context_of_the_whole(
    mask: np.ndarray | None, block_size: int, rng: np.random.Generator
) -> None:
    qkv = draw(rng, (2, N_Q, D_K), (2, N_K, D_K), (2, N_K, D_V))
    for scale in (None, 0.3, 40):
        given = tiled_attention(*qkv, block_size=block_size, mask=mask, scale=scale)
        whole = scaled_dot_product_attention(*qkv, mask=mask, scale=scale)
        close(given, whole, atol=1e-13)


@pytest.mark.parametrize(
    "shapes",
    [
        ((3, 7), (17, 11, 7), (17, 11, 13)),
        ((17, 3, 7), (11, 7), (11, 13)),
        ((17, 1, 3, 7), (19, 11, 7), (17, 1, 11, 13)),
        ((3, 7), (11, 7), (17, 11, 13)),
    ],
)
def test_batches_broadcast(shapes: tuple, rng: np.random.Generator) -> None:
    qkv = draw(rng, *shapes)
    mask = MASKS["queries and keys"]
    given = tiled_attention(*qkv, block_size=4, mask=mask)
    close(given, scaled_dot_product_attention(*qkv, mask=mask), atol=1e-13)


def test_half_precision_survives_huge_scores() -> None:
    q = np.full((2, 64), 300.0, np.float16)  # q · k is 5,760,000
    k = np.stack([-q[0], q[0]])
    v = np.array([[5.0], [3.0]], np.float16)
    context = tiled_attention(q, k, v, block_size=1)
    assert context.dtype == np.float16
    close(context, [[3.0], [3.0]])


def test_many_small_weights_are_added_up_in_at_least_single_precision() -> None:
    scores = np.zeros((1, 4096), np.float16)
    close(online_softmax(scores), np.float16(1 / 4096), rtol=1e-3)
    close(log_sum_exp(scores), np.log(4096), rtol=1e-3)
