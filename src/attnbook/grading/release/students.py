"""Make what students get: notebooks, their checks for practice, and three commands."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from attnbook.grading.generate import (
    EXERCISE,
    SOLUTION,
    keep_outputs,
    learners_notebook,
)
from attnbook.grading.release.pack import TEMPLATES, Files, package
from attnbook.grading.sets import (
    CHECKS,
    FOLDER,
    TASKS,
    ExerciseSet,
    all_sets,
    require_sets,
)
from attnbook.notebooks.files import as_text, read_notebook

# What only authors need; the templates of an exercise hold mistakes and a solution.
_AUTHORS = ("scaffold", "experiments")
_LEGAL = ("LICENSE", "LICENSE-text")


def student_package(root: Path, names: Sequence[str]) -> Files:
    """Collect the package of some sets: no solution, mistake or hidden check is in it.

    Notebooks are made anew from the solutions, so that no answer of yours gets in.

    Args:
        root: The folder of the book.
        names: The sets.

    Raises:
        ValueError: If there is no such set, or a file of the book is missing.
    """
    sets = choose(root, names)
    files = package(without=_AUTHORS)
    for exercises in sets:
        files |= _set_files(exercises)
        files[exercises.chapter] = _read(root / exercises.chapter)
    for name in ("pyproject.toml", *_LEGAL):
        files[name] = _read(root / name)
    files["README.md"] = _readme(sets, _torch(files)).encode()
    return files


def choose(root: Path, names: Sequence[str]) -> list[ExerciseSet]:
    """Load the sets that somebody named, in the order of their names.

    Raises:
        ValueError: If there is no such set.
    """
    known = {exercises.name: exercises for exercises in all_sets(root / FOLDER)}
    require_sets(names, known)
    return [exercises for name, exercises in known.items() if name in names]


def _set_files(exercises: ExerciseSet) -> Files:
    folder, place = exercises.folder, f"{FOLDER}/{exercises.name}"
    fresh = learners_notebook(read_notebook(folder / SOLUTION))
    if (folder / EXERCISE).exists():
        keep_outputs(fresh, read_notebook(folder / EXERCISE))
    files = {
        f"{place}/{EXERCISE}": as_text(fresh).encode(),
        f"{place}/{TASKS}": _read(folder / TASKS),
    }
    for task in exercises.tasks:
        name = f"{CHECKS}/{task.name}.py"
        files[f"{place}/{name}"] = _read(folder / name)
    return files


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise ValueError(
            f"{path} is missing: is this the folder of the book?"
        ) from None


def _torch(files: Files) -> bool:
    """Tell whether an exercise needs PyTorch, which is large."""
    notebooks = (name for name in files if name.endswith(f"/{EXERCISE}"))
    return any(b"import torch" in files[name] for name in notebooks)


def _readme(sets: Sequence[ExerciseSet], torch: bool) -> str:
    engine = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,  # Markdown, of the book's own words alone
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return engine.get_template("README.md.j2").render(sets=sets, torch=torch)
