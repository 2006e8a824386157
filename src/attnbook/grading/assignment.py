"""What submissions are graded with, as text that can travel to another machine."""

import ast
import hashlib
import importlib.metadata
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path

from attnbook.grading.cells import code_cells
from attnbook.grading.declare import Check
from attnbook.grading.sets import (
    CHECKS,
    TASKS,
    ExerciseSet,
    load_checks,
    load_set,
    require_sets,
)
from attnbook.grading.words import meant

SOLUTION = "solution.ipynb"
HIDDEN = "hidden"
_PACKAGES = ("numpy", "torch", "attnbook")


@dataclass(frozen=True)
class Assignment:
    """The sets of exercises of a run: their files, and a teacher's hidden checks.

    Attributes:
        files: Path and text of each file: ``set/tasks.py``, ``set/checks/task.py``,
            ``set/solution.ipynb`` and ``hidden/set/checks/task.py``.
        required: The sets that every submission is graded on; if none is named, those
            that its notebook has exercises of.
    """

    files: tuple[tuple[str, str], ...]
    required: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """The hash of all of it."""
        text = json.dumps([self.files, self.required])
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class GradedSet:
    """A set of exercises, the hidden checks, and what its notebook gives.

    Attributes:
        exercises: The set, with its public checks.
        hidden: A teacher's checks, in the place of public ones of the same title;
            students learn little of them.
        solution: The code of the cells of the set's solution.
    """

    exercises: ExerciseSet
    hidden: tuple[Check, ...]
    solution: tuple[str, ...]

    @property
    def given(self) -> str:
        """What the notebook defines for the learner: imports and small functions."""
        return definitions(self.solution, without=self._tasks)

    def instead_of(self, task: str) -> str:
        """Give right answers to the tasks that a task uses, and to theirs.

        Of the task itself there is nothing in it, nor of any other.
        """
        used = self.used(task)
        others = [name for name in self._tasks if name not in used]
        return definitions(self.solution, without=others) if used else ""

    def used(self, task: str) -> set[str]:
        """Name the tasks that a task uses, and those that they use."""
        uses = {t.name: t.uses for t in self.exercises.tasks}
        found: set[str] = set()
        wanted = [*uses[task]]
        while wanted:
            name = wanted.pop()
            if name not in found:
                found.add(name)
                wanted += uses[name]
        return found

    @property
    def _tasks(self) -> list[str]:
        return [task.name for task in self.exercises.tasks]


def definitions(cells: Iterable[str], *, without: Iterable[str] = ()) -> str:
    r"""Take imports, functions, classes and constants out of cells.

    Example:
        >>> print(definitions(["n = 3\nf(n)", "def f(x): return x"], without=["g"]))
        n = 3
        def f(x):
            return x
    """
    kept = []
    for cell in cells:
        for statement in ast.parse(cell).body:
            if _is_definition(statement, set(without)):
                kept.append(ast.unparse(statement))
    return "\n".join(kept)


def _is_definition(statement: ast.stmt, without: set[str]) -> bool:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return statement.name not in without
    if isinstance(statement, ast.Assign):
        try:
            ast.literal_eval(statement.value)
        except ValueError:
            return False
        return True
    return isinstance(statement, ast.Import | ast.ImportFrom)


def collect(
    exercises: Path, names: Sequence[str] = (), hidden: Path | None = None
) -> Assignment:
    """Read the files of some sets, or of all, and the hidden checks for them.

    Raises:
        ValueError: If a set is not there, or a hidden file belongs to none or has a
            mistake, or no hidden check is for the chosen sets.
    """
    known = sorted(path.parent.name for path in exercises.glob(f"*/{TASKS}"))
    require_sets(names, known)
    chosen = sorted(names) or known
    files = [file for name in chosen for file in _files(exercises / name)]
    if hidden is not None:
        files += _hidden_files(hidden, exercises, known, chosen)
    assignment = Assignment(tuple(files), tuple(sorted(names)))
    load(assignment)  # so that a mistake in it is told before anything is graded
    return assignment


def _files(folder: Path) -> list[tuple[str, str]]:
    paths = [folder / TASKS, folder / SOLUTION, *sorted((folder / CHECKS).glob("*.py"))]
    return [
        (path.relative_to(folder.parent).as_posix(), path.read_text("utf-8"))
        for path in paths
        if path.exists()
    ]


def _hidden_files(
    hidden: Path, exercises: Path, known: list[str], chosen: list[str]
) -> list[tuple[str, str]]:
    if not hidden.is_dir():
        raise ValueError(
            f"{hidden} is no folder: name one with <set>/{CHECKS}/<task>.py"
        )
    if hidden.resolve().is_relative_to(exercises.resolve().parent):
        raise ValueError(f"{hidden} is within the book: keep hidden checks outside it")
    found = sorted(hidden.glob(f"*/{CHECKS}/*.py"))
    if not found:
        inside = (hidden / CHECKS).is_dir() or hidden.name == CHECKS
        more = "; name the folder that holds the set's" if inside else ""
        raise ValueError(
            f"{hidden} has no hidden checks, <set>/{CHECKS}/<task>.py in it{more}"
        )
    names = [path.parents[1].name for path in found]
    files = []
    for path, name in zip(found, names, strict=True):
        require_sets([name], known)
        tasks = [task.stem for task in (exercises / name / CHECKS).glob("*.py")]
        if path.stem not in tasks:
            told = f"{name} has no task called {path.stem}: {meant(path.stem, tasks)}"
            raise ValueError(f"{path}: {told}")
        if not load_checks(path):
            raise ValueError(f"{path}: there is no check in it")
        if name in chosen:
            inside = f"{HIDDEN}/{name}/{CHECKS}/{path.name}"
            files.append((inside, path.read_text("utf-8")))
    if not files:
        wanted, there = ", ".join(chosen), ", ".join(sorted(set(names)))
        raise ValueError(
            f"{hidden} has no hidden checks for {wanted}: it has some for {there}"
        )
    return files


def told_hidden(assignment: Assignment) -> str:
    """Say how many hidden checks there are, and of which tasks."""
    hidden = [check.task for one in load(assignment) for check in one.hidden]
    if not hidden:
        return "hidden checks: none"
    return f"hidden checks: {len(hidden)} ({', '.join(dict.fromkeys(hidden))})"


@lru_cache(maxsize=4)
def load(assignment: Assignment) -> tuple[GradedSet, ...]:
    """Load the sets of an assignment, wherever they came from."""
    with tempfile.TemporaryDirectory(prefix="attnbook-sets-") as folder:
        for name, text in assignment.files:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tuple(_loaded(p.parent) for p in sorted(Path(folder).glob(f"*/{TASKS}")))


def _loaded(folder: Path) -> GradedSet:
    exercises, solution = load_set(folder), folder / SOLUTION
    hidden: list[Check] = []
    for path in sorted((folder.parent / HIDDEN / folder.name / CHECKS).glob("*.py")):
        hidden += load_checks(path)
    replaced = {(check.task, check.title) for check in hidden}
    public = [c for c in exercises.checks if (c.task, c.title) not in replaced]
    return GradedSet(
        replace(exercises, checks=tuple(public)),
        tuple(hidden),
        tuple(code_cells(solution.read_bytes())) if solution.exists() else (),
    )


@cache
def versions() -> dict[str, str]:
    """Name the versions of whatever may change a mark."""
    found = {"python": ".".join(map(str, sys.version_info[:3]))}
    for name in _PACKAGES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found | {"grader": _sources()}


def _sources() -> str:
    """Hash the package's own code of grading and of the formulas that it uses."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in ("grading", "reference", "shapes"):
        for path in sorted((package / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
