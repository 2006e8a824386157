from fractions import Fraction

import numpy as np
import pytest

from attnbook.reference import (
    alibi_bias,
    alibi_slopes,
    relative_bias,
    relative_buckets,
    relative_positions,
)

close = np.testing.assert_allclose
N_Q, N_K = 3, 5


def test_offsets_are_key_minus_query() -> None:
    offsets = relative_positions(N_K)
    assert all(offsets[i, j] == j - i for i in range(N_K) for j in range(N_K))


def test_fewer_queries_are_the_last_positions() -> None:
    np.testing.assert_array_equal(
        relative_positions(N_Q, N_K), relative_positions(N_K)[-N_Q:]
    )
    assert relative_positions(0, N_K).shape == (0, N_K)


def exact_bucket(offset: int, n: int, farthest: int, bidirectional: bool) -> int:
    """Sort one offset by the definition, in fractions, without a logarithm."""
    shift = 0
    if bidirectional:
        n //= 2
        shift = n if offset > 0 else 0
    distance = abs(offset) if bidirectional else max(-offset, 0)
    exact = n // 2
    if distance < exact:
        return shift + distance
    shared = n - exact
    reached = Fraction(distance, exact) ** shared
    step = Fraction(farthest, exact)
    beyond = max(t for t in range(shared + 1) if step**t <= reached)
    return shift + min(exact + beyond, n - 1)


@pytest.mark.parametrize("bidirectional", [False, True])
@pytest.mark.parametrize(
    ("n", "farthest"),
    [(32, 128), (8, 20), (4, 8), (16, 64), (12, 7), (10, 160), (20, 160)],
)
def test_buckets_are_those_of_exact_arithmetic(
    n: int, farthest: int, bidirectional: bool
) -> None:
    offsets = np.arange(-300, 301)
    buckets = relative_buckets(
        offsets, n_buckets=n, max_distance=farthest, bidirectional=bidirectional
    )
    expected = [exact_bucket(int(o), n, farthest, bidirectional) for o in offsets]
    assert buckets.tolist() == expected


def test_each_near_distance_has_a_bucket_and_all_far_ones_share_the_last() -> None:
    before = -np.arange(2000)
    buckets = relative_buckets(before, bidirectional=False)
    assert buckets[:16].tolist() == list(range(16))
    assert (buckets[128:] == 31).all()
    assert set(buckets.tolist()) == set(range(32))
    assert (np.diff(buckets) >= 0).all()


def test_both_directions_have_half_of_the_buckets_each() -> None:
    offsets = np.arange(1, 2000)
    before, after = relative_buckets(-offsets), relative_buckets(offsets)
    np.testing.assert_array_equal(after, before + 16)
    assert relative_buckets(np.array([0])).tolist() == [0]


def test_later_keys_count_as_near_where_a_mask_will_hide_them() -> None:
    assert relative_buckets(np.array([0, 1, 99]), bidirectional=False).max() == 0


def test_a_bias_is_looked_up_for_each_head(rng: np.random.Generator) -> None:
    table = rng.normal(size=(32, 7))
    bias = relative_bias(table, N_Q, N_K)
    assert bias.shape == (7, N_Q, N_K)
    buckets = relative_buckets(relative_positions(N_Q, N_K))
    for h in range(7):
        for i in range(N_Q):
            for j in range(N_K):
                assert bias[h, i, j] == table[buckets[i, j], h]


def test_equal_offsets_have_equal_biases(rng: np.random.Generator) -> None:
    bias = relative_bias(rng.normal(size=(32, 7)), 40)
    for offset in range(-39, 40):
        diagonal = np.diagonal(bias, offset, axis1=1, axis2=2)  # (h, n - |offset|)
        close(diagonal, np.broadcast_to(diagonal[:, :1], diagonal.shape), atol=0)


# Press et al. 2022, section 3: 8 heads, and 16 heads with the steps between.
EIGHT = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64, 1 / 128, 1 / 256]
SIXTEEN = [2 ** (-h / 2) for h in range(1, 17)]


def test_slopes_of_powers_of_two_are_those_of_the_paper() -> None:
    close(alibi_slopes(8), EIGHT, atol=0)
    close(alibi_slopes(16), SIXTEEN)
    close(alibi_slopes(1), [1 / 256], atol=0)


def test_other_numbers_of_heads_take_every_second_slope_of_the_next_power() -> None:
    close(alibi_slopes(12), EIGHT + SIXTEEN[0:8:2])
    close(alibi_slopes(11), EIGHT + SIXTEEN[0:6:2])
    close(alibi_slopes(3), [2**-4, 2**-8, 2**-2], atol=0)


@pytest.mark.parametrize("n_heads", range(1, 40))
def test_every_head_has_a_slope_of_its_own(n_heads: int) -> None:
    slopes = alibi_slopes(n_heads)
    assert len(set(slopes.round(12))) == len(slopes) == n_heads
    assert (slopes > 0).all()
    assert (slopes < 1).all()


def test_each_step_costs_the_same_in_a_head() -> None:
    bias = alibi_bias(5, N_K)
    assert bias.shape == (5, N_K, N_K)
    close(np.diff(bias[:, -1], axis=-1), np.tile(alibi_slopes(5)[:, None], N_K - 1))
    assert (np.diagonal(bias, axis1=1, axis2=2) == 0).all()
    assert str(bias[0, 0, 0]) == "0.0"
    close(bias, np.swapaxes(bias, 1, 2), atol=0)


def test_the_bias_of_the_last_queries_is_the_end_of_the_whole() -> None:
    close(alibi_bias(7, N_Q, N_K), alibi_bias(7, N_K)[:, -N_Q:], atol=0)
