"""Grade a notebook file, with its cells running in a process of their own."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from attnbook.grading.learners import Elsewhere, Limits
from attnbook.grading.run import Result, clean, report_text, run_task
from attnbook.grading.sets import ExerciseSet, all_sets, exercises_folder


def score_notebook(path: Path, *, limits: Limits | None = None) -> str:
    """Grade all sets of exercises that a notebook has; return the report.

    Args:
        path: The notebook, as it was last saved; it is only read.
        limits: How long its cells and functions may run.

    Raises:
        ValueError: If the file is no notebook, or has no exercises.
    """
    cells = read_cells(path)
    found = [s for s in _sets(path) if _has_exercises(cells, s)]
    if not found:
        raise ValueError(f"{path}: there are no exercises in it")
    with Elsewhere(cells, limits=limits) as learner:
        results = [
            (s, [run_task(t.name, s.checks, learner) for t in s.tasks]) for s in found
        ]
        notes = [f"cell {n} {clean(note)}" for n, note in sorted(learner.notes.items())]
    return "\n".join([*notes, *_lines(results)])


def _sets(path: Path) -> list[ExerciseSet]:
    return list(all_sets(exercises_folder(path.parent)))


def read_cells(path: Path) -> list[str]:
    """Read the sources of a notebook's code cells.

    Without nbformat, which takes a second to load and is stricter than needed.

    Raises:
        ValueError: If there is no such file, or it is no notebook.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ValueError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise ValueError(f"{path} is a folder: name a notebook in it") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise ValueError(f"{path}: not JSON, so not a notebook") from None
    try:
        cells = [cell for cell in content["cells"] if cell["cell_type"] == "code"]
        return ["".join(cell["source"]) for cell in cells]
    except (KeyError, TypeError):
        raise ValueError(f"{path}: JSON, but not a notebook of format 4") from None


def _has_exercises(cells: Sequence[str], exercises: ExerciseSet) -> bool:
    names = "|".join(task.name for task in exercises.tasks)
    wanted = re.compile(rf"^def (?:{names})\(|^check\([\"'](?:{names})[\"']\)", re.M)
    return any(wanted.search(cell) for cell in cells)


def _lines(results: list[tuple[ExerciseSet, list[Result]]]) -> list[str]:
    lines, points, possible = [], 0, 0
    for exercises, graded in results:
        lines.append(f"\n{exercises.name}")
        for result in graded:
            points, possible = points + result.points, possible + result.possible
            lines += [f"\n{result.task}: {_of(result.points, result.possible)}"]
            lines += [report_text(result)]
    return [*lines, f"\nTotal: {_of(points, possible)}"]


def _of(points: int, possible: int) -> str:
    return f"{points} of {possible} points"
