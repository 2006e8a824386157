import json
from pathlib import Path

import pytest

from attnbook.notebooks.lint import lint_notebook
from tests.unit.notebooks.cells import code, store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    cells = [code("x = 7"), code("print(x)", "7")]
    return store(tmp_path / "page.ipynb", *cells)


def edit(path: Path, change) -> list[str]:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    path.write_text(text + "\n", "utf-8")
    return [line.removeprefix(f"{path}: ") for line in lint_notebook(path)]


def test_a_notebook_stored_by_a_run_passes(path):
    assert lint_notebook(path) == []


@pytest.mark.parametrize("count", [None, 5])
def test_a_cell_that_did_not_run_in_its_place_is_found(path, count):
    def change(content):
        content["cells"][1]["execution_count"] = count

    (problem,) = edit(path, change)
    assert problem.startswith("cell 2: ")
    assert "make notebooks" in problem


def test_an_empty_cell_is_found(tmp_path):
    path = store(tmp_path / "page.ipynb", code("print(1)", "1"), code(" "))
    assert lint_notebook(path) == [f"{path}: cell 2: is empty; delete it"]


def test_a_notebook_without_any_output_is_found(path):
    def change(content):
        content["cells"][1]["outputs"] = []

    assert edit(path, change) == ["no cell has a stored output; run `make notebooks`"]


def test_a_notebook_saved_by_an_editor_since_is_found(path):
    def change(content):
        content["metadata"]["language_info"]["version"] = "3.12.1"

    (problem,) = edit(path, change)
    assert problem.startswith("was saved by another program")


def test_a_widget_that_the_page_cannot_show_is_found(path):
    def change(content):
        model = {"model_name": "ButtonModel", "model_module": "@jupyter-widgets/base"}
        state = {"0" * 31 + "1": model | {"state": {}}}
        kind = "application/vnd.jupyter.widget-state+json"
        whole = {"state": state, "version_major": 2, "version_minor": 0}
        content["metadata"]["widgets"] = {kind: whole}

    assert any("ButtonModel" in problem for problem in edit(path, change))


def test_a_file_that_is_not_json_is_one_problem(tmp_path):
    path = tmp_path / "page.ipynb"
    path.write_text("not a notebook", "utf-8")
    (problem,) = lint_notebook(path)
    assert "not JSON" in problem
