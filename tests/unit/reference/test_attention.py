import math

import numpy as np

from attnbook.reference import scaled_dot_product_attention as attend

close = np.testing.assert_allclose


def by_loops(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, mask: np.ndarray
) -> np.ndarray:
    """Attend with plain numbers, one query, key and feature at a time."""
    context = np.zeros((len(q), v.shape[1]))
    for i, query in enumerate(q):
        allowed = [j for j in range(len(k)) if mask[i, j]]
        powers = {j: math.exp(query @ k[j] / math.sqrt(len(query))) for j in allowed}
        for j in allowed:
            context[i] += powers[j] / sum(powers.values()) * v[j]
    return context


def test_attention_is_what_loops_compute(rng: np.random.Generator) -> None:
    q, k, v = (rng.normal(size=s) for s in ((5, 3), (7, 3), (7, 2)))
    mask = rng.random((5, 7)) < 0.6
    mask[2] = False
    close(attend(q, k, v, mask=mask), by_loops(q, k, v, mask), rtol=1e-13)


def test_weights_come_only_when_asked_for(rng: np.random.Generator) -> None:
    q, k, v = (rng.normal(size=s) for s in ((11, 5, 3), (11, 7, 3), (11, 7, 2)))
    context, weights = attend(q, k, v, return_weights=True)
    assert context.shape == (11, 5, 2)
    assert weights.shape == (11, 5, 7)
    close(context, attend(q, k, v), atol=0)
    close(context, weights @ v, rtol=1e-13)


def test_the_steps_between_are_wider_than_half_precision() -> None:
    q = np.full((1, 64), 40, np.float16)  # q · k is 102,400 before the scale
    k = np.stack([q[0], -q[0]])
    context = attend(q, k, np.array([[3.0], [5.0]], np.float16), scale=1.0)
    assert context.dtype == np.float16
    close(context, [[3.0]])


def test_one_query_and_one_key_bring_back_the_value() -> None:
    one = np.ones((1, 1))
    close(attend(one, one, np.array([[7.0, -2.0]])), [[7.0, -2.0]], atol=0)


def test_no_queries_and_no_batch_bring_back_nothing() -> None:
    assert attend(np.ones((0, 3)), np.ones((5, 3)), np.ones((5, 2))).shape == (0, 2)
    empty = attend(np.ones((0, 4, 3)), np.ones((0, 5, 3)), np.ones((0, 5, 2)))
    assert empty.shape == (0, 4, 2)
