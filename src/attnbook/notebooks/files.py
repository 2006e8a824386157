"""Read and write notebook files: JSON in, the same bytes out."""

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4.nbjson import JSONReader

from attnbook.notebooks.canonical import give_ids


class NotebookError(Exception):
    """What went wrong with a notebook, in words for its author."""


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook of format 4.

    Raises:
        NotebookError: If the file is missing, is not JSON, or is not a notebook.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise NotebookError(f"{path}: there is no such file") from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NotebookError(f"{path}: not JSON, so not a notebook ({error})") from None
    if not isinstance(content, dict) or content.get("nbformat") != 4:
        raise NotebookError(f"{path}: not a notebook of format 4 (no `nbformat: 4`)")
    try:
        notebook = JSONReader().to_notebook(content)  # joins lines kept apart in JSON
        notebook.nbformat_minor = 5
        give_ids(notebook)
        nbformat.validate(notebook)
    except (AttributeError, KeyError, TypeError, nbformat.ValidationError) as error:
        first = str(error).splitlines()[0]
        raise NotebookError(f"{path}: not a valid notebook: {first}") from None
    return notebook


def as_text(notebook: NotebookNode) -> str:
    """Return the bytes' text: sorted keys, one space of indent, a final newline."""
    return nbformat.writes(notebook).rstrip("\n") + "\n"
