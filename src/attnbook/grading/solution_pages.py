"""Make the sources of a book that holds the solutions, for teachers and late readers.

It is another book, in a folder of its own: the pages that `make book` builds never hold
a solution, not even after these have been built.
"""

import re
import shutil
from pathlib import Path

from attnbook.files import replace_file
from attnbook.grading.generate import SOLUTION
from attnbook.grading.sets import FOLDER, ExerciseSet, all_sets
from attnbook.grading.solution import asked, without_markers
from attnbook.notebooks.files import read_notebook

PAGES = "solutions"
_SOURCES = ("_config.yml", "_toc.yml", "book", "chapters", "src/attnbook/widgets")
_LINK = re.compile(r"\]\(\.\./\.\./([^)#\s]+)(?:#([^)\s]+))?\)")
_CHECK = re.compile(r"check\([\"'](\w+)[\"']\)")
_LAST = "## How far did you get?"


def write_solution_book(root: Path, folder: Path) -> list[Path]:
    """Copy the sources of the book, and add a page of solutions for each set.

    Args:
        root: The folder of the book.
        folder: Where to put them; what was there goes.

    Returns:
        The pages.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for name in _SOURCES:
        _copy(root / name, folder / name)
    (folder / PAGES).mkdir()
    sets = list(all_sets(root / FOLDER))
    pages = []
    for exercises in sets:
        pages.append(folder / PAGES / f"{exercises.name}.md")
        replace_file(pages[-1], solution_page(exercises))
    listed = "".join(f"      - file: {PAGES}/{exercises.name}\n" for exercises in sets)
    contents = (folder / "_toc.yml").read_text("utf-8").rstrip("\n")
    part = f"\n  - caption: Solutions\n    chapters:\n{listed}"
    replace_file(folder / "_toc.yml", contents + part)
    return pages


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        unwanted = shutil.ignore_patterns("__pycache__", ".*", "_build")
        shutil.copytree(source, target, ignore=unwanted)
    else:
        shutil.copyfile(source, target)


def solution_page(exercises: ExerciseSet) -> str:
    """Write the page of a set: each task, its solution, and what its checks ask."""
    first, *cells = read_notebook(exercises.folder / SOLUTION).cells
    title = first.source.split("\n")[0].removeprefix("# Exercises: ")
    parts = [f"# Solutions: {title}", _INTRODUCTION.format(name=exercises.name)]
    for cell in cells:
        if cell.cell_type == "markdown" and not cell.source.startswith(_LAST):
            parts.append(_LINK.sub(_page_link, cell.source))
        elif cell.cell_type == "code":
            parts.append(_code(cell.source, exercises))
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = """The tasks are those of `exercises/{name}/exercise.ipynb`.
A solution helps most when it is read last, beside your own: which lines differ, and \
does it matter?"""


def _page_link(found: re.Match[str]) -> str:
    """Turn a link of a notebook into one between pages."""
    path, heading = found.groups()
    anchor = f"#{page_anchor(heading)}" if heading else ""
    return f"](../{path}{anchor})"


def page_anchor(heading: str) -> str:
    """Write the anchor of a heading as the pages do; notebooks keep its letters.

    Example:
        >>> page_anchor("Break-it:-large-scores")
        'break-it-large-scores'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower().replace(" ", "-"))


def _code(source: str, exercises: ExerciseSet) -> str:
    check = _CHECK.fullmatch(source.strip())
    if check:
        return "\n".join(asked(check[1], exercises))
    return f"```python\n{without_markers(source)}\n```"
