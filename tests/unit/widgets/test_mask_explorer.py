import math
import re
from pathlib import Path

import ipywidgets
import pytest

import attnbook.widgets
from attnbook.widgets import mask_explorer
from attnbook.widgets.mask_explorer import SCORES, TOKENS
from attnbook.widgets.stored_state import view_source

FOLDER = Path(attnbook.widgets.__file__).parent


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: its controls, and the view."""
    view, controls = explorer.children[1].children
    return controls.children, view


def test_controls_start_where_the_view_starts():
    controls, view = parts(
        mask_explorer(causal=False, window=3, padding=2, in_front=True)
    )
    assert [control.value for control in controls] == [False, 3, 2, True, 1]
    traits = ("causal", "window", "padding", "in_front", "layers")
    assert [getattr(view, trait) for trait in traits] == [False, 3, 2, True, 1]
    assert view.start == dict(zip(traits, [False, 3, 2, True, 1], strict=True))


def test_every_control_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    controls, view = parts(mask_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(link.source[0], *link.target) for link in links}
    traits = ("causal", "window", "padding", "in_front", "layers")
    assert joined == {(c, view, t) for c, t in zip(controls, traits, strict=True)}
    assert {link.source[1] for link in links} == {"value"}


def test_a_window_is_as_wide_as_the_sequence_unless_told_otherwise():
    controls, view = parts(mask_explorer(["a", "b", "c"]))
    assert view.window == controls[1].max == 3
    assert controls[2].max == 2


def test_scores_of_the_default_tokens_are_given_and_others_are_zero():
    _, view = parts(mask_explorer())
    assert view.scores == [list(map(float, row)) for row in SCORES]
    _, view = parts(mask_explorer(["a", "b", "c"]))
    assert view.scores == [[0.0] * 3] * 3


def test_default_scores_are_a_row_for_each_token():
    assert [len(row) for row in SCORES] == [len(TOKENS)] * len(TOKENS)


@pytest.mark.parametrize("n", [0, 2, 9])
def test_number_of_tokens_is_limited(n):
    with pytest.raises(ValueError, match=rf"3 to 8 tokens and {n} came"):
        mask_explorer(["a"] * n)


@pytest.mark.parametrize("scores", [[[0] * 3] * 2, [[0] * 2] * 3, [[0], [0] * 3, []]])
def test_scores_need_a_row_and_a_column_for_each_token(scores):
    with pytest.raises(ValueError, match=rf"\(3, 3\), and {len(scores)} rows came"):
        mask_explorer(["a", "b", "c"], scores)


@pytest.mark.parametrize("score", [5.1, -7, math.nan])
def test_score_beyond_what_is_drawn_is_refused(score):
    with pytest.raises(ValueError, match=r"between -5 and 5, and .* came"):
        mask_explorer(["a", "b", "c"], [[0, 0, 0], [0, score, 0], [0, 0, 0]])


def test_minus_infinity_is_told_where_masks_are_made():
    with pytest.raises(ValueError, match="masks are made by the controls"):
        mask_explorer(["a", "b", "c"], [[0, 0, -math.inf]] * 3)


@pytest.mark.parametrize(
    ("name", "value", "limits"),
    [
        ("window", 0, "1 to 8"),
        ("window", 9, "1 to 8"),
        ("padding", 8, "0 to 7"),
        ("padding", -1, "0 to 7"),
        ("padding", True, "0 to 7"),
    ],
)
def test_numbers_beyond_their_slider_are_refused(name, value, limits):
    with pytest.raises(ValueError, match=rf"{name} must be a whole number from"):
        mask_explorer(**{name: value})
    with pytest.raises(ValueError, match=limits):
        mask_explorer(**{name: value})


@pytest.mark.parametrize("n", [3, 5, 8])
def test_styles_know_every_number_of_tokens(n):
    explorer = mask_explorer(["a"] * n)
    assert explorer._dom_classes == ("mx-explorer", f"mx-{n}-tokens")
    css = (FOLDER / "mask_explorer.css").read_text("utf-8")
    assert f".mx-{n}-tokens {{ --mx-tokens: {n}; }}" in css


def test_text_form_holds_no_memory_address():
    _, view = parts(mask_explorer(["a", "b", "c"]))
    assert repr(view) == "MaskView(tokens=['a', 'b', 'c'])"


def test_drawing_imports_nothing():
    source = view_source("mask_explorer", ".js")
    assert not re.search(r"^\s*import\b|\bimport\(", source, re.MULTILINE)
