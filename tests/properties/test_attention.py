"""What attention keeps, whatever queries, keys and values are: in both libraries."""

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

close = np.testing.assert_allclose
seeds = st.integers(0, 2**32 - 1)
lengths = st.integers(1, 6)
# The fixture only chooses a library: nothing of it changes between examples.
same_library = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
paths = pytest.mark.parametrize("return_weights", [False, True], ids=["fast", "slow"])


def draw(seed: int, n_queries: int, n_keys: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    sizes = (2, n_queries, 3), (2, n_keys, 3), (2, n_keys, 5)
    return [rng.normal(size=size) * 3 for size in sizes]


def attend(library: Any, arrays: list, return_weights: bool, mask: Any = None) -> Any:
    result = library.scaled_dot_product_attention(
        *(library.array(x) for x in arrays),
        mask=None if mask is None else library.array(mask),
        return_weights=return_weights,
    )
    return library.numpy(result[0] if return_weights else result)


@paths
@same_library
@given(seeds, lengths, lengths)
def test_the_context_lies_between_the_values(
    library: Any, return_weights: bool, seed: int, n_queries: int, n_keys: int
) -> None:
    q, k, v = draw(seed, n_queries, n_keys)
    context = attend(library, [q, k, v], return_weights)
    assert (context <= v.max(-2, keepdims=True) + 1e-12).all()
    assert (context >= v.min(-2, keepdims=True) - 1e-12).all()


@paths
@same_library
@given(seeds, lengths, lengths)
def test_the_order_of_keys_does_not_matter(
    library: Any, return_weights: bool, seed: int, n_queries: int, n_keys: int
) -> None:
    q, k, v = draw(seed, n_queries, n_keys)
    rng = np.random.default_rng(seed)
    order, mask = rng.permutation(n_keys), rng.random((n_queries, n_keys)) < 0.5
    moved = attend(
        library, [q, k[:, order], v[:, order]], return_weights, mask[:, order]
    )
    close(moved, attend(library, [q, k, v], return_weights, mask), atol=1e-12)


@paths
@same_library
@given(seeds, lengths, lengths)
def test_queries_do_not_see_each_other(
    library: Any, return_weights: bool, seed: int, n_queries: int, n_keys: int
) -> None:
    q, k, v = draw(seed, n_queries, n_keys)
    order = np.random.default_rng(seed).permutation(n_queries)
    moved = attend(library, [q[:, order], k, v], return_weights)
    close(moved, attend(library, [q, k, v], return_weights)[:, order], atol=1e-12)


@paths
@same_library
@given(seeds, st.integers(1, 6), st.data())
def test_the_future_does_not_change_the_past(
    library: Any, return_weights: bool, seed: int, n: int, data: st.DataObject
) -> None:
    q, k, v = draw(seed, n, n)
    now = data.draw(st.integers(0, n - 1))
    mask = library.numpy(library.causal_mask(n))
    before = attend(library, [q, k, v], return_weights, mask)
    k[:, now + 1 :], v[:, now + 1 :] = 1e3, -1e6
    after = attend(library, [q, k, v], return_weights, mask)
    close(after[:, : now + 1], before[:, : now + 1], atol=1e-12)


@paths
@same_library
@given(seeds, st.integers(1, 6))
def test_the_present_changes_the_present(
    library: Any, return_weights: bool, seed: int, n: int
) -> None:
    q, k, v = draw(seed, n, n)
    q /= 30  # so that no weight is too small to be seen
    mask = library.numpy(library.causal_mask(n))
    before = attend(library, [q, k, v], return_weights, mask)
    v[:, -1] += 1e6
    after = attend(library, [q, k, v], return_weights, mask)
    close(after[:, :-1], before[:, :-1], atol=1e-12)
    assert (after[:, -1] != before[:, -1]).all()


@paths
@same_library
@given(seeds, lengths, lengths, st.integers(1, 7), st.integers(1, 7))
def test_padding_does_not_change_anything(
    library: Any,
    return_weights: bool,
    seed: int,
    n_queries: int,
    n_keys: int,
    n_first: int,
    n_padding: int,
) -> None:
    q, k, v = draw(seed, n_queries, n_keys)
    width = ((0, 0), (0, n_padding), (0, 0))
    padded = [np.pad(x, width, constant_values=9) for x in (k, v)]
    n_first = min(n_first, n_keys)
    mask = library.numpy(library.padding_mask([n_first, n_keys], n_keys + n_padding))
    context = attend(library, [q, *padded], return_weights, mask)
    close(context[1], attend(library, [q, k, v], return_weights)[1], atol=1e-12)
    short = [q[:1], k[:1, :n_first], v[:1, :n_first]]
    close(context[:1], attend(library, short, return_weights), atol=1e-12)


@same_library
@given(st.integers(1, 9), st.integers(1, 9), st.integers(1, 9))
def test_masks_are_what_their_formulas_say(
    library: Any, n_queries: int, n_keys: int, window: int
) -> None:
    i = np.arange(n_queries)[:, None] + n_keys - n_queries
    j = np.arange(n_keys)
    causal = library.numpy(library.causal_mask(n_queries, n_keys))
    near = library.numpy(library.sliding_window_mask(n_queries, n_keys, window=window))
    np.testing.assert_array_equal(causal, j <= i)
    np.testing.assert_array_equal(near, (j > i - window) & (j < i + window))
