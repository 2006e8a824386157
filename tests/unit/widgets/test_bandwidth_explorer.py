import math
from pathlib import Path

import ipywidgets
import pytest

import attnbook.widgets
from attnbook.widgets import bandwidth_explorer

FOLDER = Path(attnbook.widgets.__file__).parent
KEYS, VALUES = (1, 2, 4, 7), (5, -3, 0.5, 2)


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: the view and the three sliders."""
    view, controls = explorer.children[1].children
    return view, *controls.children


def test_sliders_start_where_the_view_starts():
    view, query, bandwidth, temperature = parts(
        bandwidth_explorer(KEYS, VALUES, 3.5, 0.5)
    )
    assert (query.value, bandwidth.value, temperature.value) == (3.5, 0.5, 0.5)
    assert (view.query, view.bandwidth, view.temperature) == (3.5, 0.5, 0.5)
    assert view.start == {"query": 3.5, "bandwidth": 0.5, "temperature": 0.5}


def test_every_slider_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    view, *sliders = parts(bandwidth_explorer(KEYS, VALUES))
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(link.source[0], *link.target) for link in links}
    traits = ["query", "bandwidth", "temperature"]
    assert joined == {(s, view, t) for s, t in zip(sliders, traits, strict=True)}


def test_both_scales_of_the_knob_have_the_same_ends():
    _, _, bandwidth, temperature = parts(bandwidth_explorer(KEYS, VALUES))
    for end in ("min", "max"):
        h, t = 10.0 ** getattr(bandwidth, end), 10.0 ** getattr(temperature, end)
        assert t == pytest.approx(2 * h**2)
    steps = [(s.max - s.min) / s.step for s in (bandwidth, temperature)]
    assert steps == pytest.approx([80, 80])


def test_the_query_can_stand_half_way_between_the_closest_keys():
    view, query, *_ = parts(bandwidth_explorer([0, 0.5, 3], [1, 2, 3]))
    assert view.step == query.step == 0.25
    assert query.readout_format == ".2f"


def test_the_query_starts_in_the_middle_and_goes_as_far_as_the_keys():
    view, query, *_ = parts(bandwidth_explorer(KEYS, VALUES))
    assert view.query == 4.0
    assert (query.min, query.max) == (1.0, 7.0)


def test_limits_let_the_query_leave_the_keys():
    view, query, *_ = parts(bandwidth_explorer(KEYS, VALUES, 9, query_limits=(0, 9)))
    assert (view.lowest, view.highest, query.value) == (0.0, 9.0, 9.0)


@pytest.mark.parametrize("limits", [(2, 9), (0, 6), (math.nan, 9), (0, math.inf)])
def test_limits_hold_all_keys(limits):
    with pytest.raises(ValueError, match="query_limits must hold all keys, from 1 to"):
        bandwidth_explorer(KEYS, VALUES, query_limits=limits)


@pytest.mark.parametrize("query", [0.9, 7.5, math.nan])
def test_a_query_beyond_its_slider_is_refused(query):
    with pytest.raises(ValueError, match="query must lie between 1 and 7, and"):
        bandwidth_explorer(KEYS, VALUES, query)


@pytest.mark.parametrize("bandwidth", [0.0, -1, 0.05, 2000, math.nan, math.inf])
def test_a_bandwidth_beyond_its_slider_is_refused(bandwidth):
    with pytest.raises(ValueError, match=r"between 0\.1 and 1000, and .* came"):
        bandwidth_explorer(KEYS, VALUES, bandwidth=bandwidth)


@pytest.mark.parametrize(
    ("keys", "values", "told"),
    [
        ([1], [1], "2 to 200 keys and 1 came"),
        (range(201), range(201), "2 to 200 keys and 201 came"),
        ([1, 2], [1, 2, 3], "3 values for 2 keys"),
        ([1, 2], [1, math.nan], "must be finite"),
        ([2, 1], [1, 2], "sort them first"),
        ([1, 1], [1, 2], "keys must rise"),
    ],
)
def test_points_that_cannot_be_drawn_are_told(keys, values, told):
    with pytest.raises(ValueError, match=told):
        bandwidth_explorer(keys, values)


def test_text_form_holds_no_memory_address():
    view, *_ = parts(bandwidth_explorer(KEYS, VALUES))
    assert repr(view) == "BandwidthView(4 keys, query=4)"


def test_view_is_known_by_the_file_it_comes_from():
    view, *_ = parts(bandwidth_explorer(KEYS, VALUES))
    assert view._anywidget_id == "attnbook.widgets.bandwidth_explorer.BandwidthView"
    assert str(view._esm) == (FOLDER / "bandwidth_explorer.js").read_text("utf-8")


def test_drawing_imports_nothing():
    source = (FOLDER / "bandwidth_explorer.js").read_text("utf-8")
    assert "import" not in source.replace("relative import", "")
