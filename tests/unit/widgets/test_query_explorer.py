import math
import re
from pathlib import Path

import ipywidgets
import pytest

import attnbook.widgets
from attnbook.widgets import query_explorer
from attnbook.widgets.stored_state import view_source

FOLDER = Path(attnbook.widgets.__file__).parent
TWO = {"keys": [(1, 0), (0, 2)], "values": [(3, 3), (-3, 1.5)], "labels": ["a", "b"]}


def parts(explorer: ipywidgets.VBox):
    """Take an explorer apart: its view, and its controls by their labels."""
    view, controls = explorer.children[1].children
    groups = (group.children for group in controls.children)
    return view, {control.description: control for group in groups for control in group}


def test_each_control_starts_where_its_trait_of_the_view_starts():
    queries = [(0.5, -3.5), (1.0, 1.0)]
    view, controls = parts(query_explorer(queries=queries, temperature=0.25))
    assert view.queries == [[0.5, -3.5], [1.0, 1.0]]
    assert controls["x"].value == view.x == 0.5
    assert controls["y"].value == view.y == -3.5
    assert controls["temperature"].value == view.temperature == 0.25
    assert controls["query"].index == view.active == 0
    assert controls["values = keys"].value is view.values_are_keys is False


def test_view_knows_keys_values_and_labels():
    view, _ = parts(query_explorer(**TWO))
    assert view.key_points == [[1.0, 0.0], [0.0, 2.0]]
    assert view.value_points == [[3.0, 3.0], [-3.0, 1.5]]
    assert view.labels == ["a", "b"]


def test_reset_knows_every_first_value():
    view, _ = parts(query_explorer(queries=[(2, 1)], temperature=4.0))
    first = {"queries": [[2.0, 1.0]], "temperature": 4.0}
    assert view.start == {**first, "values_are_keys": False, "active": 0}


def test_every_control_is_linked_both_ways_to_its_own_trait():
    before = set(ipywidgets.widgets.widget._instances)
    view, controls = parts(query_explorer())
    made = ipywidgets.widgets.widget._instances
    links = [made[i] for i in set(made) - before if type(made[i]).__name__ == "Link"]
    joined = {(*link.source, *link.target) for link in links}
    traits = {"x": "x", "y": "y", "temperature": "temperature", "query": "active"}
    traits["values = keys"] = "values_are_keys"
    assert joined == {
        (control, "index" if name == "query" else "value", view, traits[name])
        for name, control in controls.items()
    }


def test_one_query_needs_no_choice():
    _, controls = parts(query_explorer(queries=[(1, 1)]))
    assert list(controls) == ["x", "y", "temperature", "values = keys"]
    _, controls = parts(query_explorer())
    assert controls["query"].options == ("q1", "q2", "q3")


def test_sliders_span_the_plane_and_a_decade_to_each_side_of_one():
    _, controls = parts(query_explorer())
    limits = [(controls[axis].min, controls[axis].max) for axis in "xy"]
    assert limits == [(-4.0, 4.0)] * 2
    temperature = controls["temperature"]
    exponents = (temperature.min, temperature.max)
    assert [temperature.base**e for e in exponents] == pytest.approx([0.1, 10])


def test_without_labels_keys_are_numbered():
    view, _ = parts(query_explorer(**{**TWO, "labels": None}))
    assert view.labels == ["k1", "k2"]


@pytest.mark.parametrize("name", ["keys", "values", "queries"])
@pytest.mark.parametrize("point", [(4.1, 0), (0, -5), (math.nan, 0), (0, math.inf)])
def test_point_outside_the_plane_is_refused(name, point):
    points = {**TWO, "queries": [(0, 0), (0, 0)]}
    points[name] = [(0, 0), point]
    message = rf"coordinates of {name} must lie between -4 and 4, and \(.*\) came"
    with pytest.raises(ValueError, match=message):
        query_explorer(**points)


@pytest.mark.usefixtures("without_type_hook")
@pytest.mark.parametrize("point", [(1.0,), (1, 2, 3), 2.0, ("a", "b"), None])
def test_what_is_no_point_is_refused(point):
    with pytest.raises(ValueError, match=r"queries must be points \(x, y\), and"):
        query_explorer(queries=[point])


@pytest.mark.usefixtures("without_type_hook")
def test_a_single_point_without_brackets_is_explained():
    with pytest.raises(ValueError, match=r"wants brackets too: \[\(1\.0, 2\.0\)\]"):
        query_explorer(queries=(0.2, 0.8))


@pytest.mark.parametrize("n", [0, 1, 7])
def test_number_of_keys_is_limited(n):
    with pytest.raises(ValueError, match=rf"draws 2 to 6 keys and {n} came"):
        query_explorer(keys=[(0, 0)] * n)


@pytest.mark.parametrize("n", [0, 4])
def test_number_of_queries_is_limited(n):
    with pytest.raises(ValueError, match=rf"draws 1 to 3 queries and {n} came"):
        query_explorer(queries=[(0, 0)] * n)


@pytest.mark.parametrize("n", [1, 3])
def test_one_value_per_key_is_required(n):
    message = rf"one value per key, hence 2 values, and {n} came"
    with pytest.raises(ValueError, match=message):
        query_explorer(**{**TWO, "values": [(0, 0)] * n})


@pytest.mark.parametrize("labels", [["one"], ["one", "two", "three"], []])
def test_one_label_per_key_is_required(labels):
    message = rf"{len(labels)} labels for 2 keys"
    with pytest.raises(ValueError, match=message):
        query_explorer(**{**TWO, "labels": labels})


@pytest.mark.parametrize("temperature", [0.0, -1.0, math.nan, math.inf, 0.09, 11])
def test_impossible_temperature_is_refused(temperature):
    with pytest.raises(ValueError, match=r"between 0\.1 and 10, and .* came"):
        query_explorer(temperature=temperature)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_styles_know_every_number_of_queries(n):
    explorer = query_explorer(queries=[(0, 0)] * n)
    assert explorer._dom_classes == ("qx-explorer", "qx-4-keys", f"qx-{n}-queries")
    css = (FOLDER / "query_explorer.css").read_text("utf-8")
    assert f".qx-{n}-queries {{ --qx-queries: {n};" in css


def test_text_form_holds_no_memory_address():
    view, _ = parts(query_explorer(**TWO, queries=[(1, 2)]))
    assert repr(view) == "QueryView(labels=['a', 'b'], queries=[[1.0, 2.0]])"


def test_view_is_known_by_the_file_it_comes_from():
    view, _ = parts(query_explorer())
    assert view._anywidget_id == "attnbook.widgets.query_explorer.QueryView"
    assert str(view._esm) == view_source("query_explorer", ".js")


def test_drawing_imports_nothing():
    source = view_source("query_explorer", ".js")
    assert not re.search(r"^\s*import\b|\bimport\(", source, re.MULTILINE)


def test_the_softmax_that_stands_alone_is_the_one_that_is_shared():
    """The first explorer follows no other file, so it has a copy: the same one."""
    texts = [
        (FOLDER / f"{n}.js").read_text("utf-8")
        for n in ("softmax_explorer", "explorer")
    ]
    bodies = [t.partition("function softmax")[2].partition("\n}\n")[0] for t in texts]
    code = [[line.split(" //")[0] for line in b.splitlines()[1:]] for b in bodies]
    assert code[0] == code[1] != []
