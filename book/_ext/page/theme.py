"""Leave out what the theme brings and this book does not use."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

TEMPLATES = Path(__file__).resolve().parent / "templates"
# Jupyter Book loads these always; both put scripts on every page.
UNUSED = ("sphinx_thebe", "sphinx_togglebutton")
ASSETS_OF_UNUSED = ("thebe", "togglebutton")
# What only some pages use, and what stands in the pages that do.
ASSETS_USED_WITH = {
    "sphinx-design": "sd-",  # cards, grids, tabs
    "design-tabs": "sd-",
    "mathjax": 'class="math',  # Sphinx 7 also loads it on the page of the contents
}
# No page refers to these: maps for debuggers, the icon font (icons.css draws icons).
LEFTOVERS = (
    "scripts/*.map",
    "styles/*.map",
    "scripts/fontawesome.js*",
    "vendor/fontawesome/webfonts/*",
    "images/logo_*",
)


def silence_unused(app: Sphinx) -> None:
    """Disconnect the extensions that would only add weight; they were set up before."""
    for listeners in app.events.listeners.values():
        for listener in list(listeners):
            if getattr(listener.handler, "__module__", "").startswith(UNUSED):
                app.disconnect(listener.id)


def use_templates(_app: Sphinx, config: Config) -> None:
    """Let our templates come before the theme's."""
    config.templates_path.insert(0, str(TEMPLATES))


def drop_unused(_app: Sphinx, _page: str, _template: str, context: dict, _tree) -> None:
    """Drop the styles and scripts that this page does not use."""
    body = context.get("body", "")
    unused = [name for name, mark in ASSETS_USED_WITH.items() if mark not in body]
    unused += ASSETS_OF_UNUSED
    for kind in ("css_files", "script_files"):
        context[kind] = [
            file
            for file in context.get(kind, [])
            if not any(name in str(file.filename) for name in unused)
        ]


def remove_leftovers(app: Sphinx, error: Exception | None) -> None:
    """Remove files that no page refers to."""
    if error is None:
        for pattern in LEFTOVERS:
            for file in (Path(app.outdir) / "_static").glob(pattern):
                file.unlink()


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    silence_unused(app)
    app.connect("config-inited", use_templates)
    app.connect("html-page-context", drop_unused, priority=999)
    app.connect("build-finished", remove_leftovers)
