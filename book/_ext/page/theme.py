"""Leave out what the theme brings and this book does not use."""

from pathlib import Path

from sphinx.application import Sphinx

TEMPLATES = Path(__file__).resolve().parent / "templates"
# sphinx-thebe is always on in Jupyter Book and declares its URL twice on every page.
UNUSED = ("thebe",)
# Nothing refers to these: maps for debuggers, the icon font (page.css draws the icons).
LEFTOVERS = (
    "**/*.map",
    "scripts/fontawesome.js*",
    "vendor/fontawesome",
    "images/logo_*",
    "sphinx-thebe.*",
)


def use_templates(app: Sphinx) -> None:
    """Let our templates come before the theme's."""
    app.config.templates_path.insert(0, str(TEMPLATES))


def drop_unused(_app: Sphinx, _page: str, _template: str, context: dict, _tree) -> None:
    """Drop scripts and styles that no page uses."""
    for kind in ("script_files", "css_files"):
        context[kind] = [file for file in context.get(kind, []) if not _unused(file)]


def _unused(file: object) -> bool:
    described = f"{getattr(file, 'filename', file)}{getattr(file, 'attributes', '')}"
    return any(name in described.lower() for name in UNUSED)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.connect("html-page-context", drop_unused, priority=999)
