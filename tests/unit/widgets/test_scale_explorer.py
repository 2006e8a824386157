import re

import ipywidgets
import numpy as np
import pytest

from attnbook.reference import dot_scores
from attnbook.widgets import scale_explorer
from attnbook.widgets.scale_explorer import sample_vectors
from attnbook.widgets.stored_state import view_source


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: its controls, and the view."""
    view, controls = explorer.children[1].children
    return controls.children, view


def test_controls_start_where_the_view_starts():
    controls, view = parts(scale_explorer(64, divided=True, draw=3))
    assert [control.value for control in controls] == [64, True, 3]
    assert (view.d_k, view.divided, view.draw) == (64, True, 3)
    assert view.start == {"d_k": 64, "divided": True, "draw": 3}


def test_every_control_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    controls, view = parts(scale_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(link.source[0], *link.target) for link in links}
    traits = ("d_k", "divided", "draw")
    assert joined == {(c, view, t) for c, t in zip(controls, traits, strict=True)}


def test_entries_are_standard_normal_and_differ_from_draw_to_draw():
    q, k = sample_vectors()
    for x in (q, k):
        assert abs(x.mean()) < 0.01
        assert abs(x.std() - 1) < 0.01
    assert len(np.unique(q[:, 0, :5], axis=0)) == len(q) == 40
    assert np.unique(k[0, :, 0]).size > 4


def test_stored_parts_add_up_to_the_scores():
    _, view = parts(scale_explorer())
    stored = np.array(view.parts.split(), float).reshape(40, 8, 11) / 100
    q, k = sample_vectors()
    for doublings in range(11):
        d = 2**doublings
        scores = dot_scores(q[..., :d], k[..., :d])[:, 0]  # (draws, k)
        added = stored[..., : doublings + 1].sum(-1)
        np.testing.assert_allclose(added, scores, atol=1e-9)


def test_no_score_lies_beyond_the_drawing():
    _, view = parts(scale_explorer())
    stored = np.array(view.parts.split(), float).reshape(40, 8, 11) / 100
    assert np.abs(stored.cumsum(-1)).max() < 120  # FAR in scale_explorer.js


@pytest.mark.parametrize("d_k", [0, 3, 48, 2048, -2, True])
def test_only_doublings_of_one_up_to_1024_are_sizes(d_k):
    with pytest.raises(ValueError, match=r"further doubling, up to 1024, and .* came"):
        scale_explorer(d_k)


@pytest.mark.parametrize("draw", [0, 41, True])
def test_a_draw_beyond_its_slider_is_refused(draw):
    with pytest.raises(ValueError, match=r"whole number from 1 to 40, and .* came"):
        scale_explorer(draw=draw)


def test_text_form_holds_no_memory_address():
    _, view = parts(scale_explorer(8))
    assert repr(view) == "ScaleView(d_k=8, divided=False)"


def test_view_stores_what_explorers_share_and_then_its_own():
    _, view = parts(scale_explorer())
    assert str(view._esm) == view_source("scale_explorer", ".js")
    assert view._esm.index("const SVG") < view._esm.index("// Follows explorer.js")
    assert view._css.index(".ex-explorer {") < view._css.index(".sx-explorer {")


def test_a_view_that_asks_for_nothing_shared_is_stored_as_its_file_is():
    assert "explorer.js" not in view_source("softmax_explorer", ".js").split("\n")[0]
    assert "const QUIET_MS" in view_source("softmax_explorer", ".js")
    assert view_source("softmax_explorer", ".js").startswith("// The drawing of the")
    assert view_source("no_such_explorer", ".js") is None


def test_drawing_imports_nothing():
    source = view_source("scale_explorer", ".js")
    assert not re.search(r"^\s*import\b|\bimport\(", source, re.MULTILINE)
