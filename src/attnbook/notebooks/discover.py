"""Find the notebooks: those that the contents name, and the learners' exercises."""

from collections.abc import Iterator
from pathlib import Path

import yaml


def book_root(start: Path | None = None) -> Path:
    """Return the folder with ``_toc.yml``, here or above.

    Raises:
        ValueError: If no folder has one.
    """
    start = (start or Path()).resolve()
    for folder in (start, *start.parents):
        if (folder / "_toc.yml").exists():
            return folder
    raise ValueError(
        f"no _toc.yml in {start} or above it: run this in the book's folder, "
        "or name the notebooks"
    )


def book_notebooks(root: Path) -> list[Path]:
    """List the notebooks that ``_toc.yml`` names, in the order of the book.

    Raises:
        ValueError: If ``_toc.yml`` names a page that does not exist.
    """
    toc = yaml.safe_load((root / "_toc.yml").read_text("utf-8"))
    pages = [_find(root, name) for name in _pages(toc)]
    return [page for page in pages if page.suffix == ".ipynb"]


def exercise_notebooks(root: Path) -> list[Path]:
    """List the learners' notebooks of exercises, which are not pages of the book."""
    return sorted((root / "exercises").glob("*/exercise.ipynb"))


def _pages(node: object) -> Iterator[str]:
    """Yield what stands under ``root`` and ``file``, at any depth."""
    if isinstance(node, list):
        for entry in node:
            yield from _pages(entry)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("root", "file"):
                yield value
            else:
                yield from _pages(value)


def _find(root: Path, name: str) -> Path:
    """Resolve an entry, which may leave out its ending."""
    for ending in ("", ".ipynb", ".md"):
        if (root / f"{name}{ending}").is_file():
            return root / f"{name}{ending}"
    raise ValueError(f"_toc.yml names {name!r}, and there is no such page")
