import math
import re

import ipywidgets
import numpy as np
import pytest

from attnbook.reference import rotary
from attnbook.widgets import positions_explorer
from attnbook.widgets.positions_explorer import query_and_keys
from attnbook.widgets.stored_state import view_source


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: its controls, and the view."""
    view, controls = explorer.children[1].children
    return controls.children, view


def test_controls_start_where_the_view_starts():
    controls, view = parts(positions_explorer(40, 7, 1000, tuned=True))
    assert [control.value for control in controls] == [40, 7, 1000, True]
    assert (view.place, view.offset, view.base, view.tuned) == (40, 7, 1000, True)
    assert view.start == {"place": 40, "offset": 7, "base": 1000, "tuned": True}


def test_every_control_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    controls, view = parts(positions_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(link.source[0], *link.target) for link in links}
    traits = ("place", "offset", "base", "tuned")
    assert joined == {(c, view, t) for c, t in zip(controls, traits, strict=True)}


def test_every_place_of_a_key_has_a_stripe():
    (place, offset, *_), view = parts(positions_explorer())
    assert place.min + offset.min == 0
    assert place.max + offset.max == view.last
    assert (-offset.min, offset.max) == (view.farthest, view.farthest)


def test_the_tuned_key_fits_best_three_places_before_the_query():
    q, k = query_and_keys()
    offsets = np.arange(-20, 21)
    turned = rotary(np.tile(k[1], (41, 1)), offsets, base=100.0)  # (offsets, d)
    scores = turned @ q  # (offsets,)
    assert offsets[scores.argmax()] == -3
    assert scores.max() == pytest.approx(q @ q)


@pytest.mark.parametrize(
    ("name", "value", "limits"),
    [
        ("place", 19, "20 to 60"),
        ("place", 61, "20 to 60"),
        ("offset", 21, "-20 to 20"),
        ("offset", True, "-20 to 20"),
    ],
)
def test_numbers_beyond_their_slider_are_refused(name, value, limits):
    with pytest.raises(
        ValueError, match=f"{name} must be a whole number from {limits}"
    ):
        positions_explorer(**{name: value})


@pytest.mark.parametrize("base", [1, 9.9, 2e6, math.nan, math.inf])
def test_a_base_beyond_its_slider_is_refused(base):
    with pytest.raises(ValueError, match=r"between 10 and 1,000,000, and .* came"):
        positions_explorer(base=base)


def test_text_form_holds_no_memory_address():
    _, view = parts(positions_explorer(33, 2))
    assert repr(view) == "PositionsView(place=33, offset=2)"


def test_drawing_imports_nothing():
    source = view_source("positions_explorer", ".js")
    assert not re.search(r"^\s*import\b|\bimport\(", source, re.MULTILINE)
