"""Write new files from the templates, and tell what else has to change."""

import re
import subprocess
import sys
from pathlib import Path

from attnbook.files import replace_file
from attnbook.notebooks.execute import executed
from attnbook.notebooks.files import as_text, read_notebook
from attnbook.scaffold import names
from attnbook.scaffold.contents import with_chapter

_TEMPLATES = Path(__file__).parent / "templates"
_STAND_IN = "my_widget"  # the name in the widget's templates


def new_chapter(root: Path, part: str, name: str, title: str) -> list[Path]:
    """Write a chapter that runs, and list it in ``_toc.yml``.

    Args:
        root: The folder of the book.
        part: A folder of ``chapters/``, such as ``2-concepts``.
        name: The notebook's name without its ending, such as ``soft-lookup``.
        title: Its heading.

    Returns:
        The files that were written or changed.

    Raises:
        ValueError: If a name is not one, or is taken.
    """
    names.check_part(part, root)
    names.check_slug(name)
    names.check_title(title)
    chapter, toc = root / "chapters" / part / f"{name}.ipynb", root / "_toc.yml"
    names.check_free(*(root / "chapters").glob(f"*/{name}.ipynb"))
    contents = with_chapter(toc.read_text("utf-8"), part, name)
    notebook = read_notebook(_TEMPLATES / "chapter.ipynb")
    first = notebook.cells[0]
    first.source = first.source.replace("TITLE", title.strip(), 1)
    chapter.parent.mkdir(exist_ok=True)
    _store_executed(chapter, as_text(notebook))
    replace_file(toc, contents)
    return [chapter, toc]


def _store_executed(path: Path, text: str) -> None:
    """Write a notebook with its outputs, or nothing if it does not run."""
    replace_file(path, text)
    try:
        replace_file(path, executed(path))
    except BaseException:
        path.unlink()
        raise


def new_widget(root: Path, name: str) -> list[Path]:
    """Write a widget that works with its test, and export it.

    Args:
        root: The folder of the book.
        name: The module's name, such as ``mask_explorer``.

    Returns:
        The files that were written or changed.

    Raises:
        ValueError: If the name is not one, or is taken.
    """
    names.check_identifier(name)
    folder = root / "src/attnbook/widgets"
    files = {
        "widget.py": folder / f"{name}.py",
        "widget.js": folder / f"{name}.js",
        "widget.css": folder / f"{name}.css",
        "test_widget.py": root / f"tests/widgets/test_{name}.py",
    }
    names.check_free(*files.values())
    exported = _exported(folder / "__init__.py", name)
    for template, path in files.items():
        text = (_TEMPLATES / f"{template}.template").read_text("utf-8")
        replace_file(path, _renamed(text, name))
    replace_file(folder / "__init__.py", exported)
    written = [*files.values(), folder / "__init__.py"]
    tidy([path for path in written if path.suffix == ".py"])
    return written


def _renamed(text: str, name: str) -> str:
    """Put a name in place of the stand-in: in Python, in class names and in CSS."""
    words = name.split("_")
    camel = "".join(word.capitalize() for word in words)
    for old, new in (
        (_STAND_IN, name),
        ("MyWidget", camel),
        ("my-widget", "-".join(words)),
    ):
        text = text.replace(old, new)
    return text


def _exported(init: Path, name: str) -> str:
    """Return the text of the package with the widget's function among its names."""
    text = init.read_text("utf-8")
    if not re.search(r"^__all__ = \[", text, re.MULTILINE):
        raise ValueError(f"{init} has no line `__all__ = [` to add the widget to")
    line = f"from attnbook.widgets.{name} import {name}\n"
    return re.sub(
        r"^__all__ = \[", f'{line}\n__all__ = ["{name}", ', text, flags=re.MULTILINE
    )


def tidy(files: list[Path]) -> None:
    """Sort imports and format, as `make lint` wants it."""
    ruff = [sys.executable, "-m", "ruff"]
    sort = [*ruff, "check", "--quiet", "--fix", "--select", "I,RUF022"]
    subprocess.run([*sort, *files], check=True)
    subprocess.run([*ruff, "format", "--quiet", *files], check=True)
