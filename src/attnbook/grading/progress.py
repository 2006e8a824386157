"""How far a learner has got: all sets at a glance."""

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path

from attnbook.files import replace_file
from attnbook.grading.assignment import versions
from attnbook.grading.record import CheckMark, TaskMark
from attnbook.grading.score import score_notebook
from attnbook.grading.sets import (
    CHECKS,
    TASKS,
    ExerciseSet,
    all_sets,
    exercises_folder,
)
from attnbook.grading.solution import tried

EXERCISE = "exercise.ipynb"
CACHE = "_build/progress.json"  # of the folder of the book
_WIDTH = 20  # of a bar in the terminal


@dataclass(frozen=True)
class SetProgress:
    """How far a learner has got in one set.

    Attributes:
        name: The slug of the chapter.
        part: The folder of its part, such as ``2-concepts``.
        title: What the chapter is called.
        tasks: One mark for each task.
        tried: The tasks of which something is written, be it Python or not.
        problem: Why there are no marks.
    """

    name: str
    part: str
    title: str
    tasks: tuple[TaskMark, ...]
    tried: frozenset[str] = frozenset()
    problem: str = ""

    @property
    def points(self) -> int:
        """What was earned."""
        return sum(task.points for task in self.tasks)

    @property
    def possible(self) -> int:
        """What can be earned."""
        return sum(task.possible for task in self.tasks)

    @property
    def done(self) -> int:
        """How many tasks have all their points."""
        return sum(task.points == task.possible for task in self.tasks)

    @property
    def started(self) -> bool:
        """Whether anything has been written."""
        return bool(self.tried)


def progress(start: Path | None = None) -> list[SetProgress]:
    """Grade the learner's own notebooks, in the order of the book.

    A notebook that has not changed since the last time does not run again.

    Args:
        start: Where to look for the exercises.

    Raises:
        ValueError: If there are none.
    """
    folder = exercises_folder(start)
    sets = _in_order(all_sets(folder), folder.parent)
    cache_path = folder.parent / CACHE
    before, now = _read(cache_path), {}
    found = []
    for exercises in _watched(sets):
        key = _key(exercises)
        marks = before.get(key) or _graded(exercises)
        found.append(_set_progress(exercises, marks))
        now[key] = marks
    if now != before:
        cache_path.parent.mkdir(exist_ok=True)
        replace_file(cache_path, json.dumps(now) + "\n")
    return found


def _watched(sets: list[ExerciseSet]) -> Iterable[ExerciseSet]:
    """Show in a terminal how many notebooks have run."""
    from tqdm import tqdm

    return tqdm(sets, "notebooks", leave=False, disable=None, file=sys.stderr)


def _in_order(sets: Iterable[ExerciseSet], root: Path) -> list[ExerciseSet]:
    """Sort sets as the book does, if it is there, else by part and name."""
    path = root / "_toc.yml"
    contents = path.read_text("utf-8") if path.exists() else ""

    def place(exercises: ExerciseSet) -> tuple[str, int, str]:
        found = contents.find(exercises.chapter.removesuffix(".ipynb"))
        return _part(exercises), found, exercises.name

    return sorted(sets, key=place)


def _part(exercises: ExerciseSet) -> str:
    return Path(exercises.chapter).parent.name


def _key(exercises: ExerciseSet) -> str:
    """Hash all that the marks of a notebook depend on."""
    folder = exercises.folder
    paths = [folder / EXERCISE, folder / TASKS, *sorted((folder / CHECKS).glob("*.py"))]
    about = json.dumps([versions(), exercises.name], sort_keys=True)
    whole = hashlib.sha256(about.encode())
    for path in paths:
        content = path.read_bytes() if path.exists() else b"none"
        whole.update(hashlib.sha256(content).digest())
    return whole.hexdigest()


def _graded(exercises: ExerciseSet) -> list[dict] | str:
    """Return the marks of a set as plain data, or why there are none."""
    path = exercises.folder / EXERCISE
    try:
        tasks = score_notebook(path).tasks
    except ValueError as error:
        return str(error).removeprefix(f"{path}").lstrip(": ")
    return [asdict(task) for task in tasks if task.set == exercises.name]


def _set_progress(exercises: ExerciseSet, marks: list[dict] | str) -> SetProgress:
    about = exercises.name, _part(exercises), _title(exercises)
    if isinstance(marks, str):
        tasks = tuple(
            TaskMark(exercises.name, task.name, 0, exercises.points(task.name))
            for task in exercises.tasks
        )
        return SetProgress(*about, tasks, problem=marks)
    read = (
        TaskMark(**{**m, "checks": tuple(CheckMark(**c) for c in m["checks"])})
        for m in marks
    )
    return SetProgress(*about, tuple(read), frozenset(tried(exercises)))


def _title(exercises: ExerciseSet) -> str:
    """Read the heading of the chapter; without it, the name has to do."""
    path = exercises.folder.parents[1] / exercises.chapter
    try:
        first = json.loads(path.read_text("utf-8"))["cells"][0]["source"]
    except (OSError, ValueError, LookupError, TypeError):
        return exercises.name
    return "".join(first).split("\n")[0].removeprefix("# ")


def _read(path: Path) -> dict[str, list[dict] | str]:
    """Read the marks of the last time; without them, all notebooks run."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def by_part(sets: Iterable[SetProgress]) -> list[tuple[str, list[SetProgress]]]:
    """Group sets by the part of the book that they belong to."""
    return [(part, list(of)) for part, of in groupby(sets, key=lambda s: s.part)]


def progress_text(sets: list[SetProgress]) -> str:
    """Write all sets at a glance, for a terminal."""
    lines = []
    width = max(len(s.name) for s in sets)
    for part, group in by_part(sets):
        lines += ["", part_title(part)]
        lines += [f"  {s.name:{width}}  {_bar(s)}  {_state(s)}" for s in group]
    points, possible = sum(s.points for s in sets), sum(s.possible for s in sets)
    lines += ["", f"{points} of {possible} points"]
    return "\n".join([*lines[1:], *_next(sets)])


def part_title(part: str) -> str:
    """Write the name of a part.

    Example:
        >>> part_title("2-concepts")
        'Part 2: concepts'
    """
    number, _, name = part.partition("-")
    return f"Part {number}: {name}" if number.isdigit() else part


def _bar(progress: SetProgress) -> str:
    whole = progress.possible or 1
    filled = progress.points * _WIDTH // whole or (1 if progress.points else 0)
    return "█" * filled + "░" * (_WIDTH - filled)


def _state(progress: SetProgress) -> str:
    if progress.problem:
        return progress.problem
    tasks = f"{progress.done} of {len(progress.tasks)} tasks done"
    points = f"{progress.points} of {progress.possible} points"
    return f"{points}, {tasks}" if progress.started else "not started"


def _next(sets: list[SetProgress]) -> list[str]:
    """Name the first task that is not done, of a set that was begun if there is one."""
    open_sets = [s for s in sets if not s.problem and s.done < len(s.tasks)]
    if not open_sets:
        return []
    chosen = next((s for s in open_sets if s.started), open_sets[0])
    task = next(t.task for t in chosen.tasks if t.points < t.possible)
    return [f"next: {task}, in exercises/{chosen.name}/{EXERCISE}"]
