import copy

import pytest

from tests.browser import visit
from tests.widgets.conftest import CONF, build, execute

STATE = "application/vnd.jupyter.widget-state+json"
PROBE = """
function render({ model, el }) {
  const log = [];
  const changed = (same, value) => log.push(["one", same === model, value]);
  const any = () => log.push(["any"]);
  model.on("change:constant", changed);
  model.on("change", any);
  model.set("constant", 1);
  model.set("constant", 1);
  model.save_changes();
  model.send({ type: "hello" });
  model.off("change:constant", changed);
  model.set("constant", 2);
  model.off("change");
  model.set("constant", 3);
  model.on("change", any);
  model.off();
  model.set("constant", 4);
  el.className = "probe";
  el.textContent = JSON.stringify([...log, model.get("constant")]);
}
export default { render };
"""


def models(notebook: dict, name: str) -> list[dict]:
    stored = notebook["metadata"]["widgets"][STATE]["state"].values()
    return [record["state"] for record in stored if record["model_name"] == name]


def spoil(notebook: dict, name: str, **values) -> dict:
    """Return a copy in which one model of a kind has other stored values."""
    spoilt = copy.deepcopy(notebook)
    by_label = sorted(models(spoilt, name), key=lambda s: s.get("description", ""))
    by_label[0].update(values)
    return spoilt


@pytest.fixture(scope="module")
def spoilt_book(stored, tmp_path_factory):
    """A book of broken notebooks: its folder, and what the build said."""
    folder = tmp_path_factory.mktemp("spoilt")
    lost = copy.deepcopy(stored["explorer"])
    lost["metadata"]["widgets"][STATE]["state"] = {
        "0": {"model_name": "LayoutModel", "state": {}}
    }
    unreadable = copy.deepcopy(stored["explorer"])
    unreadable["metadata"]["widgets"][STATE] = {"state": [1, 2, 3]}
    accordion = "w.Accordion([w.Label('hidden')])"
    explorer = stored["explorer"]
    result = build(
        folder,
        {
            "unsupported": execute(["import ipywidgets as w", accordion]),
            "outside": spoil(explorer, "FloatSliderModel", value=99.0),
            "stale": spoil(explorer, "AnyModel", _esm=PROBE),
            "throws": spoil(explorer, "AnyModel", _esm="throw Error('no luck')"),
            "lost": lost,
            "unreadable": unreadable,
        },
    )
    return folder / "_build/html", result


@pytest.mark.parametrize(
    "message",
    [
        "unsupported.ipynb: AccordionModel",
        "the page without a kernel can't draw this widget; it can draw Any, Box, ",
        "outside.ipynb: FloatSliderModel 'add to all': "
        "value = 99 lies outside its range, -3 to 3; run `make notebooks`",
        "stale.ipynb: AnyModel 'attnbook.widgets.softmax_explorer.SoftmaxView': "
        "the stored _esm differs from src/attnbook/widgets/softmax_explorer.js; "
        "run `make notebooks`",
        "its model is not stored; run `make notebooks`",
        "unreadable.ipynb: the stored widget state can't be read; run `make notebooks`",
    ],
)
def test_a_strict_build_names_each_broken_widget(spoilt_book, message):
    _, result = spoilt_book
    assert result.returncode != 0
    assert message in result.stderr


def test_each_message_comes_once_and_without_a_traceback(spoilt_book):
    _, result = spoilt_book
    assert result.stderr.count("value = 99") == 1
    assert "Traceback" not in result.stderr


def test_a_widget_file_changed_later_fails_the_next_build(stored, tmp_path):
    assert build(tmp_path, {"explorer": stored["explorer"]}).returncode == 0
    elsewhere = f"""
import pathlib, static_widgets
static_widgets.stored_state._HERE = pathlib.Path({str(tmp_path)!r})
"""
    result = build(tmp_path, {}, conf=CONF + elsewhere)  # no page changed
    assert result.returncode != 0
    assert "the stored _esm differs" in result.stderr


@pytest.mark.parametrize("text", ['{"cells": [', "[1, 2]", ""])
def test_a_notebook_that_is_no_notebook_is_one_clear_error(tmp_path, text):
    result = build(tmp_path, {"torn": text})
    assert result.returncode != 0
    assert "torn.ipynb: not a notebook: " in result.stderr
    assert "Traceback" not in result.stderr
    assert (tmp_path / "torn.ipynb").read_text() == text


@pytest.mark.chromium
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("unsupported", "no Accordion without a kernel"),
        ("lost", "its state was not stored"),
        ("throws", "no luck"),
    ],
)
def test_the_reader_sees_a_box_in_place_of_a_broken_widget(
    browser, spoilt_book, name, reason
):
    folder, _ = spoilt_book
    with visit(browser, f"{folder.as_uri()}/{name}.html") as seen:
        box = seen.page.locator(".sw-failure")
        box.wait_for()
        assert box.is_visible()
        assert reason in box.inner_text()
        assert "Open the notebook in JupyterLab" in box.inner_text()


@pytest.mark.chromium
def test_views_get_the_model_interface_of_anywidget(browser, spoilt_book):
    folder, _ = spoilt_book
    with visit(browser, f"{folder.as_uri()}/stale.html") as seen:
        log = seen.page.locator(".probe").text_content(timeout=10_000)
    # one change, heard once by each; then one more by "change"; then silence
    assert log == '[["one",true,1],["any"],["any"],4]'
