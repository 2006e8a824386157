from itertools import pairwise

import matplotlib.pyplot as plt
import numpy as np
import pytest

from attnbook.plotting import plot_curves
from attnbook.plotting.curves import _nearest_rising

LABELS = {"xlabel": "epoch", "ylabel": "exact match"}


def test_each_curve_is_named_at_its_last_point():
    ax = plot_curves([1, 2, 3], {"a": [0, 1, 5], "b": [3, 2, 1]}, **LABELS)
    assert {t.get_text(): t.xy for t in ax.texts} == {"a": (3, 5), "b": (3, 1)}
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("epoch", "exact match")


def test_a_curve_that_ends_early_is_named_where_it_ends():
    ax = plot_curves([1, 2, 3], {"a": [0, 1, np.nan]}, **LABELS)
    assert ax.texts[0].xy == (2, 1)


def test_names_of_curves_that_meet_do_not_overlap():
    curves = {name: [0.0, 1 + i / 1000] for i, name in enumerate("abcde")}
    ax = plot_curves([0, 1], {**curves, "low": [0.0, 0.0]}, **LABELS)
    ax.figure.canvas.draw()
    boxes = sorted((t.get_window_extent() for t in ax.texts), key=lambda box: box.y0)
    assert all(one.y1 <= other.y0 for one, other in pairwise(boxes))


def test_names_lie_within_the_figure():
    ax = plot_curves([0, 1], {"a rather long name": [0.0, 1.0]}, **LABELS)
    ax.figure.canvas.draw()
    assert ax.texts[0].get_window_extent().x1 <= ax.figure.bbox.x1


def test_no_two_of_five_curves_look_alike():
    ax = plot_curves([1, 2], {name: [1, 2] for name in "abcde"}, **LABELS)
    looks = {
        (line.get_linestyle(), line.get_marker(), line.get_color()) for line in ax.lines
    }
    assert len(looks) == 5


def test_whole_positions_get_whole_ticks():
    ax = plot_curves([1, 2, 3], {"a": [1, 2, 3]}, **LABELS)
    assert all(tick == int(tick) for tick in ax.get_xticks())


def test_a_logarithmic_axis_has_plain_numbers():
    ax = plot_curves([0.1, 1, 10], {"a": [1, 2, 3]}, log_x=True, **LABELS)
    ax.figure.canvas.draw()
    texts = [label.get_text() for label in ax.get_xticklabels()]
    assert {"0.1", "1", "10"} <= set(texts)


def test_it_draws_into_given_axes():
    _, ax = plt.subplots()
    assert plot_curves([1], {"a": [1]}, ax=ax, **LABELS) is ax


def test_names_keep_their_order_and_move_no_more_than_needed():
    np.testing.assert_allclose(_nearest_rising(np.array([1.0, 2.0, 3.0])), [1, 2, 3])
    np.testing.assert_allclose(_nearest_rising(np.array([3.0, 1.0, 7.0])), [2, 2, 7])


@pytest.mark.parametrize(
    ("x", "curves", "log_x", "message"),
    [
        ([[1, 2]], {"a": [1, 2]}, False, r"axis \(n,\) and came with shape \(1, 2\)"),
        ([1, 2], {}, False, "curves is empty"),
        (
            [1, 2],
            {"a": [1, 2, 3]},
            False,
            r"curve 'a' has shape \(3,\) and x has \(2,\)",
        ),
        ([1, 2], {"a": [np.nan, np.nan]}, False, "NaN everywhere"),
        ([0, 2], {"a": [1, 2]}, True, "log_x needs positive positions"),
    ],
)
def test_what_does_not_fit_is_refused(x, curves, log_x, message):
    with pytest.raises(ValueError, match=message):
        plot_curves(x, curves, log_x=log_x, **LABELS)
