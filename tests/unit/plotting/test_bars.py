import matplotlib.pyplot as plt
import pytest

from attnbook.plotting import plot_distribution


def test_bars_are_as_tall_as_the_weights_and_carry_them():
    ax = plot_distribution([0.5, 0.3, 0.2], keys=["a", "b", "c"])
    assert [bar.get_height() for bar in ax.patches] == [0.5, 0.3, 0.2]
    assert [text.get_text() for text in ax.texts] == ["0.50", "0.30", "0.20"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["a", "b", "c"]


def test_the_axis_runs_from_0_to_1_so_that_bars_can_be_compared():
    assert plot_distribution([0.1, 0.2]).get_ylim() == (0, 1)


def test_the_number_of_a_full_bar_lies_within_the_figure():
    ax = plot_distribution([1.0, 0.0])
    ax.figure.canvas.draw()
    number = ax.texts[0].get_window_extent()
    assert number.y1 <= ax.figure.bbox.y1


def test_many_bars_carry_no_numbers():
    assert len(plot_distribution([0.05] * 13).texts) == 0


def test_it_draws_into_given_axes():
    _, ax = plt.subplots()
    assert plot_distribution([1.0], ax=ax) is ax


@pytest.mark.parametrize(
    ("weights", "keys", "message"),
    [
        ([[0.5, 0.5]], None, r"axes \(k\).*\(1, 2\)"),
        ([2.0, -1.0], None, r"Did you pass scores instead of softmax\(scores\)\?"),
        ([0.5, 0.5], ["a"], "1 keys were named and the array has 2"),
    ],
)
def test_what_does_not_fit_is_refused(weights, keys, message):
    with pytest.raises(ValueError, match=message):
        plot_distribution(weights, keys=keys)
