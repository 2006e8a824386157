import math

import pytest

from benchmarks.result import Result, growth, paired_ratio, percentile


def result(value: float, peer: float, **bar) -> Result:
    return Result("S", "n", value, "ms", "peer", peer, **bar)


def test_the_ratio_is_ours_over_the_peers():
    assert result(3.0, 4.0).ratio == 0.75


def test_a_peer_of_zero_has_no_ratio():
    assert math.isnan(result(3.0, 0.0).ratio)


@pytest.mark.parametrize(
    ("bar", "reached"),
    [
        ({}, None),
        ({"most": 3.0}, True),
        ({"most": 2.9}, False),
        ({"most": 0.75, "bar_on": "ratio"}, True),
        ({"most": 0.74, "bar_on": "ratio"}, False),
    ],
)
def test_a_bar_holds_for_what_it_was_set_on_and_may_be_met_exactly(bar, reached):
    assert result(3.0, 4.0, **bar).reached is reached


def test_the_percentile_is_a_value_that_was_measured():
    values = [float(n) for n in range(120, 0, -1)]  # 120 ... 1
    assert percentile(values, 50) == 60.0
    assert percentile(values, 95) == 114.0
    assert percentile(values, 100) == 120.0


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1.0], 0), ([1.0], 101)])
def test_a_percentile_of_nothing_is_refused(values, percent):
    with pytest.raises(ValueError, match="values"):
        percentile(values, percent)


def test_what_slows_both_neighbours_leaves_their_ratio():
    theirs = [1.0, 50.0, 2.0, 3.0, 1.0]  # the second pair ran beside something else
    ours = [1.1 * t for t in theirs]
    assert paired_ratio(ours, theirs) == pytest.approx(1.1)


def test_each_time_has_its_neighbour():
    with pytest.raises(ValueError, match="zip"):
        paired_ratio([1.0, 2.0], [1.0])


@pytest.mark.parametrize("power", [0.0, 1.0, 2.0])
def test_growth_is_the_exponent_whatever_the_constant(power):
    sizes = [1024, 2048, 4096, 8192]
    assert growth(sizes, [7.0 * n**power for n in sizes]) == pytest.approx(power)
