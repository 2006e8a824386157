"""Bring the sliders of stored notebooks to life in the built pages, or fail the build.

Ships the small runtime of ``src/attnbook/widgets/static`` instead of RequireJS and a
widget manager from a content network, leaves a place of the right height for each
widget, and checks the stored state of every notebook.
"""

import functools
import html
import importlib.util
import json
import shutil
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

LOG = logging.getLogger(__name__)
WIDGETS = Path(__file__).resolve().parents[2] / "src/attnbook/widgets"
RUNTIME = ("static-widgets.js", "static-widgets.css")


def _load_stored_state():
    """Load the checks by their path: this environment need not have attnbook."""
    path = WIDGETS / "stored_state.py"
    spec = importlib.util.spec_from_file_location("stored_state", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


stored_state = _load_stored_state()


@functools.cache
def _read(path: Path, modified: int) -> dict:  # noqa: ARG001  (part of the cache's key)
    try:
        notebook = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ExtensionError(f"{path}: not a notebook: not JSON: {error}") from None
    if not isinstance(notebook, dict):
        raise ExtensionError(f"{path}: not a notebook: no object at its top")
    return notebook


def _notebook(env: BuildEnvironment, docname: str) -> dict | None:
    """Return the notebook behind a page, or None if the page is no notebook."""
    path = Path(env.doc2path(docname))
    if path.suffix != ".ipynb":
        return None
    return _read(path, path.stat().st_mtime_ns)


def _state(notebook: dict | None) -> dict[str, dict]:
    """Return the stored models; none if they can't be read, which `check` reports."""
    try:
        return stored_state.widget_state(notebook or {})
    except ValueError:
        return {}


def choose_runtime(_app: Sphinx, config: Config) -> None:
    """Load our runtime where there are widgets, and nothing else.

    Not deferred: it fetches the views while the page is read, and MathJax, which is
    deferred and runs for longer, would otherwise come first.
    """
    config.nb_ipywidgets_js = {"static-widgets.js": {}}


def ship_runtime(app: Sphinx) -> None:
    """Copy the runtime to a generated folder.

    Not a ``_static`` folder: Jupyter Book puts each script that it finds there on every
    page.
    """
    folder = Path(app.doctreedir) / "static_widgets"
    folder.mkdir(parents=True, exist_ok=True)
    for name in RUNTIME:
        shutil.copyfile(WIDGETS / "static" / name, folder / name)
    app.config.html_static_path.append(str(folder))


def check(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:  # noqa: ARG001
    """Warn of each stored widget that would not work; of unchanged pages as well.

    A notebook goes stale when a widget's file changes, which Sphinx does not see.
    """
    for docname in sorted(env.found_docs):
        notebook = _notebook(env, docname)
        if notebook is None:
            continue
        for problem in stored_state.problems(notebook, f"{docname}.ipynb"):
            LOG.warning(problem, type="static_widgets")


def leave_places(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Replace each stored view by an element that holds the widget's place."""
    if app.builder.format != "html":
        return
    notebook = _notebook(app.env, docname)
    opening = f'<script type="{stored_state.VIEW}">'
    for node in doctree.findall(nodes.raw):
        if node.astext().startswith(opening):
            view = json.loads(node.astext().removeprefix(opening).split("</script>")[0])
            place = _place(_state(notebook), view["model_id"])
            node.replace_self(nodes.raw("", place, format="html"))


def _place(state: dict[str, dict], model_id: str) -> str:
    """Write an empty element with the classes, hence the height, of the widget."""
    traits = state.get(model_id, {"state": {}})["state"]
    classes = html.escape(" ".join(traits.get("_dom_classes", [])))
    return (
        f'<div class="sw-place" data-widget-view="{html.escape(model_id)}">'
        f'<div class="{classes}"></div></div>'
        "<noscript>This figure needs JavaScript.</noscript>"
    )


def add_styles(app: Sphinx, page: str, _template: str, context: dict, _tree) -> None:
    """Put the widgets' styles into the page's head, before its first line is drawn."""
    notebook = _notebook(app.env, page) if page in app.env.found_docs else None
    state = _state(notebook)
    if not state:
        return
    app.add_css_file("static-widgets.css")
    sheets = dict.fromkeys(record["state"].get("_css", "") for record in state.values())
    styles = "".join(f"<style>{sheet}</style>\n" for sheet in sheets if sheet)
    context["metatags"] = context.get("metatags", "") + styles


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the steps to Sphinx."""
    app.connect("config-inited", choose_runtime)
    app.connect("builder-inited", ship_runtime)
    app.connect("env-before-read-docs", check)
    app.connect("doctree-resolved", leave_places)
    app.connect("html-page-context", add_styles)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
