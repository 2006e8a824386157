"""What positions promise, whatever stands at them and wherever they are."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from attnbook.reference import (
    alibi_bias,
    biased_attention,
    relative_bias,
    relative_buckets,
    rotary,
    sinusoidal,
)

close = np.testing.assert_allclose

places = st.integers(-2000, 2000)
vectors = arrays(np.float64, (2, 1, 6), elements=st.floats(-10, 10))


@given(vectors, places, places, places, st.booleans())
def test_a_turned_score_stays_when_both_move(
    both: np.ndarray, i: int, j: int, shift: int, interleaved: bool
) -> None:
    def score(at_query: int, at_key: int) -> float:
        q, k = (
            rotary(x, np.array([at]), interleaved=interleaved)
            for x, at in zip(both, (at_query, at_key), strict=True)
        )
        return (q @ k.T).item()

    close(score(i + shift, j + shift), score(i, j), atol=1e-9)


@given(vectors, places)
def test_turning_keeps_lengths(both: np.ndarray, at: int) -> None:
    turned = rotary(both, np.array([at]))
    close(np.linalg.norm(turned, axis=-1), np.linalg.norm(both, axis=-1), atol=1e-12)


@given(places, places, places)
def test_the_product_of_two_encodings_stays_when_both_move(
    i: int, j: int, shift: int
) -> None:
    here = sinusoidal(np.array([i, j]), 10)
    there = sinusoidal(np.array([i, j]) + shift, 10)
    close(there[0] @ there[1], here[0] @ here[1], atol=1e-9)


@given(st.integers(1, 20), st.integers(1, 9), st.integers(0, 9))
def test_among_equal_keys_alibi_never_prefers_a_farther_one(
    n_heads: int, n_queries: int, n_more: int
) -> None:
    n_keys = n_queries + n_more
    equal = np.ones((n_heads, n_keys, 1))
    bias = alibi_bias(n_heads, n_queries, n_keys)
    _, weights = biased_attention(
        equal[:, :n_queries], equal, equal, bias, return_weights=True
    )
    order = np.argsort(-bias, axis=-1, kind="stable")  # nearest first
    falling = np.take_along_axis(weights, order, axis=-1)
    assert (np.diff(falling) <= 1e-12).all()


@given(places, places, st.integers(2, 20), st.integers(20, 200))
def test_a_farther_key_is_in_no_nearer_bucket(
    near: int, far: int, n_buckets: int, max_distance: int
) -> None:
    near, far = sorted((abs(near), abs(far)))
    near_bucket, far_bucket = relative_buckets(
        -np.array([near, far]),
        n_buckets=n_buckets,
        max_distance=max_distance,
        bidirectional=False,
    )
    assert 0 <= near_bucket <= far_bucket < n_buckets


@given(st.integers(1, 30), st.integers(0, 30), st.booleans())
def test_a_relative_bias_is_the_same_along_each_diagonal(
    n_queries: int, n_more: int, bidirectional: bool
) -> None:
    table = np.arange(24.0).reshape(8, 3)
    n_keys = n_queries + n_more
    bias = relative_bias(
        table, n_queries, n_keys, max_distance=20, bidirectional=bidirectional
    )
    np.testing.assert_array_equal(bias[:, 1:, 1:], bias[:, :-1, :-1])
