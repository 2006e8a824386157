import copy
import json
import re
import subprocess
import sys
from pathlib import Path

import ipywidgets
import pytest
from ipywidgets.embed import dependency_state

from attnbook.widgets import query_explorer, softmax_explorer, stored_state
from attnbook.widgets.stored_state import STATE, VIEW, problems


def notebook_of(*widgets: ipywidgets.Widget) -> dict:
    """The notebook that a kernel would have stored after showing these widgets."""
    state = dependency_state(widgets, drop_defaults=False)
    outputs = [{"data": {VIEW: {"model_id": w.model_id}}} for w in widgets]
    stored = {"version_major": 2, "version_minor": 0, "state": state}
    notebook = {
        "cells": [{"cell_type": "code", "outputs": outputs}],
        "metadata": {"widgets": {STATE: stored}},
    }
    return json.loads(json.dumps(notebook))


def spoil(notebook: dict, kind: str, **values) -> dict:
    spoilt = copy.deepcopy(notebook)
    for record in spoilt["metadata"]["widgets"][STATE]["state"].values():
        if record["model_name"] == kind:
            record["state"].update(values)
            return spoilt
    raise AssertionError(f"no {kind}")


@pytest.fixture
def explorer() -> dict:
    return notebook_of(softmax_explorer())


@pytest.mark.parametrize("make", [softmax_explorer, query_explorer])
def test_explorer_as_stored_has_no_problem(make):
    stored = notebook_of(make())
    assert len(stored["metadata"]["widgets"][STATE]["state"]) > 20
    assert problems(stored, "a.ipynb") == []


@pytest.mark.parametrize("make", [softmax_explorer, query_explorer])
@pytest.mark.parametrize("trait", ["_esm", "_css"])
def test_explorer_stored_with_older_code_is_stale(make, trait):
    stored = spoil(notebook_of(make()), "AnyModel", **{trait: "older"})
    (found,) = problems(stored, "a.ipynb")
    suffix = {"_esm": "js", "_css": "css"}[trait]
    assert (
        f"{trait} differs from src/attnbook/widgets/{make.__name__}.{suffix}" in found
    )


def test_notebook_without_widgets_has_no_problem():
    assert problems({"cells": [], "metadata": {}}, "a.ipynb") == []


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        ("FloatSliderModel", {"value": 6.0}, "value = 6 lies outside its range"),
        ("FloatSliderModel", {"value": -5.1}, "value = -5.1 lies outside its range"),
        ("FloatSliderModel", {"value": None}, "value = None is not a number"),
        ("FloatSliderModel", {"value": float("nan")}, "value = nan is not a number"),
        ("FloatSliderModel", {"max": "5"}, "max = '5' is not a number"),
        ("FloatSliderModel", {"value": True}, "value = True is not a number"),
        ("FloatSliderModel", {"disabled": True}, "disabled = True has no effect"),
        ("FloatSliderModel", {"readout_format": ".2e"}, "can't write numbers as '.2e'"),
        ("FloatLogSliderModel", {"value": 101}, "outside its range, 0.01 to 100"),
        ("FloatLogSliderModel", {"value": 0.0}, "value = 0 lies outside its range"),
        ("AnyModel", {"_esm": "old"}, "stored _esm differs from src/attnbook/widgets/"),
        ("AnyModel", {"_css": None}, "softmax_explorer.css; run `make notebooks`"),
        ("AnyModel", {"_anywidget_id": "other.X"}, "does not come from attnbook"),
        ("AnyModel", {"_anywidget_id": "attnbook.widgets.a/../b.X"}, "does not come"),
        ("LayoutModel", {"width": "50%"}, "width = '50%' has no effect in the page"),
        ("SliderStyleModel", {"handle_color": "red"}, "handle_color = 'red' has no"),
        ("VBoxModel", {"box_style": "info"}, "box_style = 'info' has no effect"),
        ("VBoxModel", {"children": ["IPY_MODEL_gone"]}, "refers to 'IPY_MODEL_gone'"),
        ("LinkModel", {"target": ["IPY_MODEL_gone", "x"]}, "'IPY_MODEL_gone', which"),
        ("LinkModel", {"source": None}, "it refers to None, which is not stored"),
        ("LinkModel", {"source": 3}, "its values can't be read; run `make notebooks`"),
        ("VBoxModel", {"children": None}, "its values can't be read; run"),
        ("FloatLogSliderModel", {"base": None}, "its values can't be read; run"),
    ],
)
def test_each_fault_is_one_message(explorer, kind, values, message):
    found = problems(spoil(explorer, kind, **values), "chapters/a.ipynb")
    assert len(found) == 1
    assert found[0].startswith(f"chapters/a.ipynb: {kind} ")
    assert message in found[0]


def test_choice_outside_its_options():
    menu = notebook_of(ipywidgets.Dropdown(options=["dot", "additive"]))
    assert problems(menu, "a") == []
    for index in (2, -1, None):
        (found,) = problems(spoil(menu, "DropdownModel", index=index), "a")
        assert f"index = {index} is none of its 2 options" in found


@pytest.mark.parametrize("kind", ["Accordion", "Play", "HTML", "FloatProgress"])
def test_widgets_that_the_page_cannot_draw(kind):
    (found,) = problems(notebook_of(getattr(ipywidgets, kind)()), "a.ipynb")
    assert f"a.ipynb: {kind}Model" in found
    assert "the page without a kernel can't draw this widget; it can draw" in found


def test_extremes_of_a_slider_are_inside():
    for temperature in (0.01, 10**0.05, 100.0):
        stored = notebook_of(softmax_explorer((-5, 5), temperature))
        assert problems(stored, "a") == []


@pytest.mark.parametrize(
    "widgets",
    [
        {"something else": {}},
        {STATE: []},
        {STATE: {"state": [1]}},
        {STATE: {"state": {"id": "text"}}},
        {STATE: {"state": {"id": {"model_name": "LabelModel"}}}},
        {STATE: {"state": {"id": {"model_name": 3, "state": {}}}}},
        [],
    ],
)
def test_unreadable_state_is_one_message(widgets):
    found = problems({"cells": [], "metadata": {"widgets": widgets}}, "a.ipynb")
    message = "a.ipynb: the stored widget state can't be read; run `make notebooks`"
    assert found == [message]


def test_view_without_state(explorer):
    del explorer["metadata"]["widgets"]
    (found,) = problems(explorer, "a.ipynb")
    assert "its model is not stored; run `make notebooks`" in found


def test_view_that_names_no_model(explorer):
    explorer["cells"][0]["outputs"][0]["data"][VIEW] = {"model_id": None}
    (found,) = problems(explorer, "a.ipynb")
    assert "a stored widget view names no model" in found


def test_notebook_is_not_changed(explorer):
    before = copy.deepcopy(explorer)
    problems(explorer, "a.ipynb")
    assert explorer == before


def test_check_and_runtime_know_the_same_widgets():
    runtime = Path(stored_state.__file__).with_name("static") / "static-widgets.js"
    drawn = set(re.findall(r"^    (\w+Model):", runtime.read_text("utf-8"), re.M))
    assert drawn | {"LinkModel", "DirectionalLinkModel"} == stored_state.RENDERED


def test_check_runs_on_the_bare_standard_library():
    load = (
        "import importlib.util as u, sys;"
        "s = u.spec_from_file_location('stored_state', sys.argv[1]);"
        "m = u.module_from_spec(s); s.loader.exec_module(m);"
        "print(m.problems({'cells': [], 'metadata': {}}, 'a'))"
    )
    command = [sys.executable, "-I", "-S", "-c", load, stored_state.__file__]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
