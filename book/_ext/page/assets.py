"""Ship our own styles, fonts and MathJax, so that no page asks another host."""

import importlib.metadata
import shutil
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

ASSETS = Path(__file__).resolve().parents[2] / "assets"
STYLES = ("palette.css", "icons.css", "page.css", "boxes.css")
MATHJAX = "sphinx-mathjax-offline"
# The full bundle: with the small one, a single \class leaves every formula raw.
SCRIPT = "tex-chtml-full.js"
FONTS = "output/chtml/fonts/woff-v2"


def mathjax_folder() -> Path:
    """Find MathJax among the installed packages.

    Raises:
        ExtensionError: If the package that brings it is not installed.
    """
    try:
        files = importlib.metadata.files(MATHJAX) or []
    except importlib.metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.name == SCRIPT:
            return Path(file.locate()).parent
    raise ExtensionError(
        f"MathJax is missing: `pip install {MATHJAX}` brings it (see requirements.txt)"
    )


def ship_mathjax(app: Sphinx) -> None:
    """Copy the script and its fonts, a twentieth of the package, to a built folder."""
    source = mathjax_folder()
    folder = Path(app.doctreedir) / "page_assets"
    target = folder / "mathjax"
    if not (target / SCRIPT).exists():
        shutil.copytree(source / FONTS, target / FONTS, dirs_exist_ok=True)
        shutil.copyfile(source / SCRIPT, target / SCRIPT)
    app.config.html_static_path.append(str(folder))


def ship_styles(app: Sphinx) -> None:
    """Put our styles on every page.

    Not through a folder `_static`: Jupyter Book puts all that it finds there on every
    page.
    """
    app.config.html_static_path.append(str(ASSETS))
    for name in STYLES:
        app.add_css_file(name, priority=900)


def setup(app: Sphinx) -> None:
    """Connect to Sphinx."""
    app.config.mathjax_path = f"mathjax/{SCRIPT}"
    app.connect("builder-inited", ship_mathjax)
    app.connect("builder-inited", ship_styles)
