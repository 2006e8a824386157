import re

import ipywidgets
import numpy as np
import pytest

from attnbook.widgets import heads_explorer
from attnbook.widgets.heads_explorer import HELPERS, PEOPLE, queries_and_keys
from attnbook.widgets.stored_state import view_source


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: its controls, and the view."""
    view, controls = explorer.children[1].children
    return controls.children, view


def test_controls_start_where_the_view_starts():
    (heads, choice), view = parts(heads_explorer(4, "Ben"))
    assert (heads.value, choice.index) == (4, 1)
    assert (view.n_heads, view.query) == (4, 1)
    assert view.start == {"n_heads": 4, "query": 1}


def test_every_control_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    (heads, choice), view = parts(heads_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(*link.source, *link.target) for link in links}
    assert joined == {
        (heads, "value", view, "n_heads"),
        (choice, "index", view, "query"),
    }


def test_the_stored_helper_of_each_errand_scores_highest_in_its_half():
    q, k = queries_and_keys()
    for errand, half in enumerate((slice(0, 4), slice(4, 8))):
        scores = q[:, half] @ k[:, half].T  # (q, k)
        np.testing.assert_array_equal(scores.argmax(1), np.array(HELPERS)[:, errand])


def test_two_features_of_a_head_see_the_whole_plane():
    q, k = queries_and_keys()
    first, second = (q[:, s] @ k[:, s].T for s in (slice(0, 2), slice(2, 4)))
    np.testing.assert_allclose(first, second, atol=1e-9)


def test_the_view_stores_what_the_package_is_tested_with():
    _, view = parts(heads_explorer())
    q, k = queries_and_keys()
    np.testing.assert_array_equal(view.queries, q)
    np.testing.assert_array_equal(view.key_rows, k)
    np.testing.assert_allclose(np.array(view.knows) @ np.transpose(view.axes), k)
    assert view.helpers == [list(pair) for pair in HELPERS]


@pytest.mark.parametrize("n_heads", [0, 3, 16, True])
def test_heads_that_do_not_divide_the_features_are_refused(n_heads):
    with pytest.raises(ValueError, match=r"one of \[1, 2, 4, 8\], the divisors of"):
        heads_explorer(n_heads)


def test_a_stranger_is_refused():
    with pytest.raises(ValueError, match=r"one of \['Ann', .*, and 'Zoe' came"):
        heads_explorer(query="Zoe")


def test_no_two_people_share_an_initial():
    assert len({name[0] for name in PEOPLE}) == len(PEOPLE)


def test_text_form_holds_no_memory_address():
    _, view = parts(heads_explorer(2, "Fay"))
    assert repr(view) == "HeadsView(n_heads=2, query='Fay')"


def test_drawing_imports_nothing():
    source = view_source("heads_explorer", ".js")
    assert not re.search(r"^\s*import\b|\bimport\(", source, re.MULTILINE)
