"""Find the exercises, and load the checks of a set."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from traceback import extract_tb
from types import ModuleType

from attnbook.grading.declare import Check, Task
from attnbook.grading.words import meant

FOLDER, TASKS, CHECKS = "exercises", "tasks.py", "checks"


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
        if any((folder / FOLDER).glob(f"*/{TASKS}")):
            return folder / FOLDER
    raise ValueError(
        f"there is no folder {FOLDER}/ in {start} or above it: "
        "start JupyterLab in the folder of the book, or go there"
    )


def all_sets(folder: Path) -> Iterator[ExerciseSet]:
    """Load every set of a folder, in the order of their names."""
    for path in sorted(folder.glob(f"*/{TASKS}")):
        yield load_set(path.parent)


@cache
def load_set(folder: Path) -> ExerciseSet:
    """Load a set: ``tasks.py``, and a file of checks for each task.

    Raises:
        ValueError: If a file of checks is missing, or checks another task, or a task
            uses one that does not come before it.
    """
    declared = _run(folder / TASKS)
    earlier: set[str] = set()
    for task in declared.TASKS:
        if late := sorted(set(task.uses) - earlier):
            raise ValueError(f"{folder}: {task.name} uses {late}: none comes before it")
        earlier.add(task.name)
    checks = [c for task in declared.TASKS for c in _checks(folder, task.name)]
    return ExerciseSet(folder, declared.CHAPTER, declared.TASKS, tuple(checks))


def _checks(folder: Path, task: str) -> list[Check]:
    path = folder / CHECKS / f"{task}.py"
    if not path.exists():
        raise ValueError(f"{path} is missing: {folder / TASKS} lists {task}")
    return load_checks(path)


def load_checks(path: Path) -> list[Check]:
    """Load the checks of the task that a file is named after.

    Raises:
        ValueError: If the file has a mistake, or one of them is of another task; with
            the line.
    """
    try:
        module = _run(path)
    except Exception as error:  # whatever somebody mistypes
        told = error.msg if isinstance(error, SyntaxError) else error
        mistake = f"{type(error).__name__}: {told}"
        raise ValueError(f"{path}{_line(error, path)}: {mistake}") from error
    found = [v for v in vars(module).values() if isinstance(v, Check)]
    for check in found:
        if check.task != path.stem:
            raise ValueError(
                f"{path}, line {check.run.__code__.co_firstlineno}: {check.title!r} "
                f"is a check of {check.task}, in the file of {path.stem}"
            )
    return found


def _line(error: Exception, path: Path) -> str:
    """Say in which line of a file an error came up, if in any."""
    lines = [
        f.lineno for f in extract_tb(error.__traceback__) if f.filename == f"{path}"
    ]
    if isinstance(error, SyntaxError) and error.filename == f"{path}":
        lines = [error.lineno]
    return f", line {lines[-1]}" if lines else ""


def _run(path: Path) -> ModuleType:
    """Run a file as a module that nothing else can import, and leave nothing there."""
    module = ModuleType(f"exercise_{path.stem}")
    module.__file__ = str(path)
    exec(compile(path.read_bytes(), str(path), "exec"), vars(module))
    return module


def require_sets(names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a name that no set has.

    Raises:
        ValueError: If there is one; it names the set that may have been meant.
    """
    known = list(known)
    for name in names:
        if name not in known:
            raise ValueError(f"there is no set called {name}: {meant(name, known)}")


def find_task(name: str, start: Path | None = None) -> tuple[ExerciseSet, Task]:
    """Return a task and its set, by a name that no other set has.

    Raises:
        ValueError: If there is no such task; it lists those of a set of that name.
    """
    folder = exercises_folder(start)
    known = {path.stem: path.parents[1] for path in folder.glob(f"*/{CHECKS}/*.py")}
    if name in known:
        exercises = load_set(known[name])
        return exercises, next(t for t in exercises.tasks if t.name == name)
    sets = {path.name for path in known.values()}
    if name in sets:
        tasks = ", ".join(task.name for task in load_set(folder / name).tasks)
        raise ValueError(f"{name} is a set; its tasks: {tasks}")
    told = meant(str(name), (*sorted(sets), *known))
    raise ValueError(f"there is no task called {name}: {told}")
