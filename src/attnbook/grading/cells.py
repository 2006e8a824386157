"""Read the code of a notebook, whichever program wrote the file."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from attnbook.grading.sets import ExerciseSet


def read_cells(path: Path) -> list[str]:
    """Read the sources of a notebook's code cells.

    Raises:
        ValueError: If there is no such file, or it is no notebook.
    """
    try:
        return code_cells(path.read_bytes())
    except FileNotFoundError:
        raise ValueError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise ValueError(f"{path} is a folder: name a notebook in it") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def code_cells(content: bytes) -> list[str]:
    """Find the sources of the code cells in the bytes of a notebook.

    Without nbformat, which takes a second to load and is stricter than needed.

    Raises:
        ValueError: If the bytes are no notebook.
    """
    try:
        notebook = json.loads(_decoded(content))
    except (ValueError, RecursionError):
        raise ValueError(_no_notebook(content)) from None
    try:
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        return ["".join(cell["source"]) for cell in cells]
    except (KeyError, TypeError):
        raise ValueError("JSON, but not a notebook of format 4") from None


def _no_notebook(content: bytes) -> str:
    if content.startswith(b"PK"):
        return "a zip: hand in the notebook that is in it"
    return "not a notebook that JupyterLab saved"


def _decoded(content: bytes) -> str:
    """Read text as an editor on Windows may have saved it, too."""
    is_utf16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if is_utf16 else "utf-8-sig")


def has_exercises(cells: Sequence[str], exercises: ExerciseSet) -> bool:
    """Tell whether a notebook has a task of a set, or a check of one."""
    names = "|".join(task.name for task in exercises.tasks)
    wanted = re.compile(rf"^def (?:{names})\(|^check\([\"'](?:{names})[\"']\)", re.M)
    return any(wanted.search(cell) for cell in cells)
