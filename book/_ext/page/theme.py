"""Leave out what the theme brings and this book does not use."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

TEMPLATES = Path(__file__).resolve().parent / "templates"
# Jupyter Book loads these always; both put scripts on every page.
UNUSED = ("sphinx_thebe", "sphinx_togglebutton")
STYLES_OF_UNUSED = ("thebe", "togglebutton")
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


def drop_styles(_app: Sphinx, _page: str, _template: str, context: dict, _tree) -> None:
    """Drop the style sheets of the silenced extensions."""
    context["css_files"] = [
        file
        for file in context.get("css_files", [])
        if not any(name in str(file.filename) for name in STYLES_OF_UNUSED)
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
    app.connect("html-page-context", drop_styles, priority=999)
    app.connect("build-finished", remove_leftovers)
