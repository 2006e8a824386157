"""A small book of its own, so that widget tests do not wait for the chapters."""

import copy
import json
import os
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

from tests.browser import browser_or_skip, serve, visit

ROOT = Path(__file__).resolve().parents[2]
CONF = f"""
import sys
sys.path.insert(0, {str(ROOT / "book/_ext")!r})
extensions = ["myst_nb", "static_widgets"]
html_theme = "sphinx_book_theme"
html_context = {{"default_mode": "auto"}}
nb_execution_mode = "off"
exclude_patterns = ["_build"]
"""
EXPLORER = "from attnbook.widgets import softmax_explorer"
QUERIES = "from attnbook.widgets import query_explorer, softmax_explorer"
BANDWIDTH = "from attnbook.widgets import bandwidth_explorer"
PAGES = {
    "explorer": [EXPLORER, "softmax_explorer()"],
    "two": [
        EXPLORER,
        "softmax_explorer()",
        "softmax_explorer((3.0, 1.0, 0.0), 0.5, ['the', 'cat', 'sat'])",
    ],
    "eight": [
        EXPLORER,
        "tokens = 'The investigation of kangaroos is paying attention .'.split()",
        "softmax_explorer((2, 1, -0.5, -1, -5, 5, 3, 0), 2.0, tokens)",
    ],
    "queries": [QUERIES, "query_explorer()"],
    "queries-two": [
        QUERIES,
        "query_explorer()",
        "names = 'the investigation of kangaroos pays attention'.split()",
        "keys = [(1, 1), (2, 3), (3, -1), (-2, -1), (-3.5, 3), (0.5, -4)]",
        "values = [(4, 4), (-4, 4), (4, -4), (-4, -4), (0, 1), (1, 0)]",
        "query_explorer(keys, values, [(0.5, 1.5)], names, 2.0)",
        "softmax_explorer()",
    ],
    "bandwidth": [
        BANDWIDTH,
        "keys = [1, 2, 3, 5, 8, 13, 21]",
        "values = [40, -10, 25, 0, 60, 35, 50]",
        "bandwidth_explorer(keys, values, 4, 2.0, query_limits=(-9, 41))",
    ],
    "bandwidth-two": [
        "from attnbook.tasks.nile import nile_flows",
        f"{BANDWIDTH}, softmax_explorer",
        "years, flows = (x[:, 0].tolist() for x in nile_flows())",
        "at = {'query_limits': (1851, 2000), 'key_name': 'year', 'value_name': 'flow'}",
        "bandwidth_explorer(years, flows, 1900, 3, **at)",
        "bandwidth_explorer([0, 0.5], [1, 0.25])",
        "softmax_explorer()",
    ],
    "masks": ["from attnbook.widgets import mask_explorer", "mask_explorer()"],
    "masks-two": [
        "from attnbook.widgets import mask_explorer",
        "mask_explorer()",
        "names = ['the', 'investigation', 'of', 'kangaroos', 'ended']",
        "scores = [[i * j % 5 * 2.5 - 5 for j in range(5)] for i in range(1, 6)]",
        "mask_explorer(names, scores, causal=False, window=2, padding=3)",
        "mask_explorer(['a', 'b', 'c'], in_front=True, padding=1)",
    ],
    "scale": ["from attnbook.widgets import scale_explorer", "scale_explorer()"],
    "scale-two": [
        "from attnbook.widgets import scale_explorer, softmax_explorer",
        "scale_explorer()",
        "scale_explorer(1024, divided=True, draw=40)",
        "softmax_explorer()",
    ],
    "heads": ["from attnbook.widgets import heads_explorer", "heads_explorer()"],
    "heads-two": [
        "from attnbook.widgets import heads_explorer, mask_explorer",
        "heads_explorer()",
        "heads_explorer(8, 'Dora')",
        "mask_explorer()",
    ],
    "positions": [
        "from attnbook.widgets import positions_explorer",
        "positions_explorer()",
    ],
    "positions-two": [
        "from attnbook.widgets import positions_explorer, query_explorer",
        "positions_explorer()",
        "positions_explorer(60, 20, 10_000, tuned=True)",
        "query_explorer()",
    ],
    "kit": [
        "import ipywidgets as w",
        "whole = w.IntSlider(value=3, min=1, max=9, description='whole')",
        "on, off = (w.Checkbox(value=True, description=d) for d in ('on', 'off'))",
        "p, q = (w.Dropdown(options=['a', 'b'], description=d) for d in 'pq')",
        "x, y = (w.FloatSlider(value=1.0, description=d) for d in 'xy')",
        "w.jslink((on, 'value'), (off, 'value'))",
        "w.jslink((p, 'index'), (q, 'index'))",
        "w.jsdlink((x, 'value'), (y, 'value'));",
        "w.VBox([w.Label('Kit'), w.HBox([on, off]), w.Box([p, q]), whole, x, y])",
    ],
    "plain": ["1 + 1"],
}


def execute(cells: list[str]) -> dict:
    """Run code cells in a fresh kernel; return the notebook with stored outputs."""
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("# Widgets")]
    notebook.cells += [nbformat.v4.new_code_cell(source) for source in cells]
    nbclient.NotebookClient(notebook, timeout=60, kernel_name="python3").execute()
    return json.loads(nbformat.writes(notebook))


def build(
    folder: Path, notebooks: dict[str, dict | str], conf: str = CONF
) -> subprocess.CompletedProcess:
    """Build a book of these notebooks as `make book` does: strictly, not executing."""
    (folder / "conf.py").write_text(conf)
    listed = "\n".join(notebooks)
    index = f"# Index\n\n```{{toctree}}\n{listed}\n```\n"
    (folder / "index.md").write_text(index)
    for name, notebook in notebooks.items():
        text = notebook if isinstance(notebook, str) else json.dumps(notebook)
        (folder / f"{name}.ipynb").write_text(text)
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q"]
    return subprocess.run(
        [*command, str(folder), str(folder / "_build/html")],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


@pytest.fixture(scope="session")
def stored() -> dict[str, dict]:
    """The notebooks of the small book, executed once."""
    return {name: execute(cells) for name, cells in PAGES.items()}


@pytest.fixture
def explorer_notebook(stored) -> dict:
    """An executed notebook that a test may spoil."""
    return copy.deepcopy(stored["explorer"])


@pytest.fixture(scope="session")
def site(stored, tmp_path_factory) -> Path:
    """The folder of the built pages."""
    folder = tmp_path_factory.mktemp("book")
    result = build(folder, stored)
    assert result.returncode == 0, result.stderr
    return folder / "_build/html"


@pytest.fixture(scope="session")
def address(site):
    """Where the built pages are served."""
    with serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    return browser_or_skip()


@pytest.fixture
def open_page(browser, address):
    """Open a page of the small book and wait until its widgets work."""
    visits = []

    def opened(name="explorer", *, base=None, before="", wait=True, **options):
        context = visit(browser, **options)
        seen = context.__enter__()
        if before:
            seen.page.add_init_script(before)
        seen.page.goto(f"{base or address}/{name}.html", wait_until="load")
        visits.append((context, seen))
        seen.page.set_default_timeout(10_000)
        if wait:
            seen.page.wait_for_selector("html[data-widgets=ready]", state="attached")
        return seen

    yield opened
    for context, seen in visits:
        context.__exit__(None, None, None)
        assert not seen.outside, f"asked other hosts: {seen.outside}"
        assert not seen.errors, f"console: {seen.errors}"
        assert not seen.broken, f"not found: {seen.broken}"
