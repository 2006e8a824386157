"""Find the exercises, and load the checks of a set."""

import difflib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from attnbook.grading.declare import Check, Task

FOLDER, CHECKS = "exercises", "checks.py"


@dataclass(frozen=True)
class ExerciseSet:
    """The exercises of one chapter: its tasks in order, and all of their checks."""

    folder: Path
    chapter: str
    tasks: tuple[Task, ...]
    checks: tuple[Check, ...]

    @property
    def name(self) -> str:
        """The slug of the chapter."""
        return self.folder.name

    def points(self, task: str) -> int:
        """Add up what the checks of a task are worth."""
        return sum(check.points for check in self.checks if check.task == task)


def exercises_folder(start: Path | None = None) -> Path:
    """Return the folder of the exercises: from here upwards, or beside the package.

    Raises:
        ValueError: If there is none.
    """
    start = (start or Path()).resolve()
    beside = Path(__file__).parents[3]
    for folder in (start, *start.parents, beside):
        if any((folder / FOLDER).glob(f"*/{CHECKS}")):
            return folder / FOLDER
    raise ValueError(
        f"there is no folder {FOLDER}/ in {start} or above it: "
        "start JupyterLab in the folder of the book, or go there"
    )


def all_sets(folder: Path) -> Iterator[ExerciseSet]:
    """Load every set of a folder, in the order of their names."""
    for path in sorted(folder.glob(f"*/{CHECKS}")):
        yield load_set(path.parent)


@cache
def load_set(folder: Path) -> ExerciseSet:
    """Load a set from the ``checks.py`` in its folder.

    Raises:
        ValueError: If a check belongs to no task of the set.
    """
    name = f"attnbook_exercises_{folder.name.replace('-', '_')}"
    spec = importlib.util.spec_from_file_location(name, folder / CHECKS)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    checks = tuple(v for v in vars(module).values() if isinstance(v, Check))
    names = {task.name for task in module.TASKS}
    for check in checks:
        if check.task not in names:
            raise ValueError(
                f"{folder / CHECKS}: {check.title!r} checks {check.task!r}, "
                "which is not in TASKS"
            )
    return ExerciseSet(folder, module.CHAPTER, module.TASKS, checks)


def find_task(name: str, start: Path | None = None) -> tuple[ExerciseSet, Task]:
    """Return a task and its set, by a name that no other set has.

    Raises:
        ValueError: If there is no such task.
    """
    start = (start or Path()).resolve()
    folder = exercises_folder(start)
    known = []
    if (start / CHECKS).exists() and start.parent == folder:
        # Most questions come from the set's own notebook.
        known = [load_set(start)]
    for exercises in (*known, *all_sets(folder)):
        for task in exercises.tasks:
            if task.name == name:
                return exercises, task
    names = [task.name for exercises in all_sets(folder) for task in exercises.tasks]
    near = difflib.get_close_matches(name, names, n=1)
    told = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
    raise ValueError(f"there is no task called {name}: {told}")
