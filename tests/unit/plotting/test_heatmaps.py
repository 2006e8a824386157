import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import to_hex, to_rgb

from attnbook.plotting import COLOURS, plot_scores, plot_weights
from attnbook.plotting.heatmaps import _readable_on

# Two queries, three keys: a swapped axis does not fit.
WEIGHTS = np.array([[0.2, 0.3, 0.5], [1.0, 0.0, 0.0]])
SCORES = np.array([[1.0, -4.0, 2.0], [0.5, 3.0, -1.0]])
MASK = np.array([[True, False, True], [True, True, False]])
BOTH = pytest.mark.parametrize("plot", [plot_weights, plot_scores])


def numbers(ax) -> dict[tuple[int, int], str]:
    """Read the numbers in the cells, by row and column."""
    places = [text.get_position() for text in ax.texts]
    return {
        (y, x): text.get_text() for (x, y), text in zip(places, ax.texts, strict=True)
    }


def ticks(axis) -> list[str]:
    return [label.get_text() for label in axis.get_ticklabels()]


@BOTH
def test_rows_are_queries_from_the_top_and_columns_are_keys(plot):
    ax = plot(WEIGHTS, queries=["it", "sat"], keys=["the", "cat", "mat"])
    assert (ax.get_ylabel(), ticks(ax.yaxis)) == ("queries", ["it", "sat"])
    assert (ax.get_xlabel(), ticks(ax.xaxis)) == ("keys", ["the", "cat", "mat"])
    assert ax.yaxis_inverted()
    assert numbers(ax)[0, 2] == "0.50"
    assert numbers(ax)[1, 0] == "1.00"


def test_each_cell_has_the_colour_of_its_own_value():
    ax = plot_weights(WEIGHTS)
    cells = ax.collections[0]
    centres = [tuple(p.vertices[:4].mean(axis=0)) for p in cells.get_paths()]
    for (column, row), value in zip(centres, cells.get_array(), strict=True):
        assert value == WEIGHTS[round(row), round(column)]


def test_the_scale_of_weights_is_0_to_1_whatever_they_are():
    cells = plot_weights(np.full((2, 3), 1 / 3)).collections[0]
    assert cells.get_clim() == (0, 1)
    assert cells.get_cmap().name == "cividis"


def test_the_scale_of_scores_is_symmetric_about_zero():
    assert plot_scores(SCORES).collections[0].get_clim() == (-4, 4)


def test_masked_scores_do_not_stretch_the_scale():
    assert plot_scores(SCORES, mask=MASK).collections[0].get_clim() == (-3, 3)


@BOTH
def test_masked_cells_are_grey_hatched_and_without_number(plot):
    ax = plot(WEIGHTS, mask=MASK)
    masked = ax.collections[1]
    assert len(masked.get_paths()) == (~MASK).sum()
    assert to_hex(masked.get_facecolor()[0]) == COLOURS["masked"].lower()
    assert masked.get_hatch()
    assert set(numbers(ax)) == {(0, 0), (0, 2), (1, 0), (1, 1)}


def test_a_score_of_minus_infinity_is_drawn_as_masked():
    ax = plot_scores(np.where(MASK, SCORES, -np.inf))
    assert len(ax.collections[1].get_paths()) == (~MASK).sum()


def test_a_mask_may_broadcast_over_queries():
    ax = plot_weights(WEIGHTS, mask=np.array([True, True, False]))
    assert {row_column[1] for row_column in numbers(ax)} == {0, 1}


@BOTH
def test_everything_masked_still_draws(plot):
    ax = plot(np.zeros((2, 3)), mask=np.zeros((2, 3), dtype=bool))
    ax.figure.draw_without_rendering()
    assert numbers(ax) == {}


@pytest.mark.parametrize(("size", "n_numbers"), [(8, 64), (9, 0)])
def test_numbers_are_printed_up_to_eight_by_eight(size, n_numbers):
    assert len(plot_weights(np.eye(size)).texts) == n_numbers


def test_numbers_have_a_contrast_of_at_least_four_and_a_half():
    def luminance(colour):
        rgb = np.array(colour)
        linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    for name in ("cividis", "BrBG"):
        for rgba in plt.get_cmap(name)(np.linspace(0, 1, 101)).tolist():
            text = to_rgb(_readable_on(tuple(rgba)))
            light, dark = sorted([luminance(rgba[:3]), luminance(text)])[::-1]
            assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_number_of_shapes_stays_small_in_a_large_map():
    small, large = plot_weights(np.eye(10)), plot_weights(np.eye(47))
    assert not small.collections[0].get_rasterized()
    assert large.collections[0].get_rasterized()


@BOTH
def test_it_draws_into_given_axes_and_returns_them(plot):
    figure, axes = plt.subplots(1, 2)
    assert plot(WEIGHTS, ax=axes[1]) is axes[1]
    assert plt.get_fignums() == [figure.number]


def test_an_alignment_of_thirty_characters_fits_the_width_of_the_text():
    ax = plot_weights(np.full((10, 30), 0.1), queries="2024-11-03", keys="x" * 30)
    assert ax.figure.get_figwidth() <= 6.4
    assert len(ticks(ax.xaxis)) == 30


def test_a_blank_token_is_shown_as_an_open_box():
    assert ticks(plot_weights(WEIGHTS, keys=["a", " ", "b"]).xaxis)[1] == "␣"


def test_tensors_are_drawn_without_their_gradient():
    torch = pytest.importorskip("torch")
    tensor = torch.tensor(WEIGHTS, dtype=torch.bfloat16, requires_grad=True)
    assert numbers(plot_weights(tensor))[0, 2] == "0.50"


def test_the_input_is_not_changed():
    scores = np.where(MASK, SCORES, -np.inf)
    before = scores.copy()
    plot_scores(scores, mask=MASK)
    np.testing.assert_array_equal(scores, before)


@pytest.mark.parametrize(
    ("plot", "arguments", "message"),
    [
        (
            plot_weights,
            {"weights": np.ones((7, 2, 3))},
            r"axes \(q, k\).*\(7, 2, 3\).*\[0\]",
        ),
        (plot_weights, {"weights": np.ones(3)}, "drawn by plot_distribution"),
        (plot_weights, {"weights": SCORES}, r"Did you pass scores instead of softmax"),
        (plot_weights, {"weights": np.ones((0, 3))}, "weights is empty"),
        (plot_weights, {"weights": WEIGHTS * np.nan}, "contains NaN"),
        (plot_scores, {"scores": SCORES + np.inf}, "plus infinity"),
        (plot_scores, {"scores": SCORES, "keys": ["a", "b"]}, "2 keys were named.* 3"),
        (plot_scores, {"scores": SCORES, "queries": "abc"}, "3 queries were named.* 2"),
        (plot_scores, {"scores": SCORES, "mask": MASK * 1.0}, "mask must be boolean"),
        (
            plot_scores,
            {"scores": SCORES, "mask": MASK.T},
            r"\(3, 2\).*\(q, k\) = \(2, 3\)",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_names_of_axes(plot, arguments, message):
    array = arguments.pop("weights" if plot is plot_weights else "scores")
    with pytest.raises(ValueError, match=message):
        plot(array, **arguments)
