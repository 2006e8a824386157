"""Grade a notebook file, with its cells running in a process of their own."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from attnbook.grading.cells import has_exercises, read_cells
from attnbook.grading.learners import Elsewhere, Limits
from attnbook.grading.record import TaskMark, task_mark
from attnbook.grading.run import Result, clean, report_text, run_task
from attnbook.grading.sets import ExerciseSet, all_sets, exercises_folder


@dataclass(frozen=True)
class Score:
    """What came of a notebook.

    Attributes:
        notes: What went wrong in a cell.
        results: What came of each task, by the set that it belongs to.
    """

    notes: tuple[str, ...]
    results: tuple[tuple[ExerciseSet, tuple[Result, ...]], ...]

    @property
    def tasks(self) -> tuple[TaskMark, ...]:
        """One mark for each task."""
        return tuple(
            task_mark(exercises.name, result)
            for exercises, results in self.results
            for result in results
        )

    def as_text(self) -> str:
        """Write the report that a learner reads."""
        return "\n".join([*self.notes, *_lines(self.results)])

    def as_json(self) -> str:
        """Write it for a program; see `attnbook.grading.record` for the fields."""
        points = sum(task.points for task in self.tasks)
        possible = sum(task.possible for task in self.tasks)
        tasks = [asdict(task) for task in self.tasks]
        fields = {"points": points, "possible": possible, "tasks": tasks}
        return json.dumps({**fields, "notes": self.notes}, indent=1, ensure_ascii=False)


def score_notebook(path: Path, *, limits: Limits | None = None) -> Score:
    """Grade all sets of exercises that a notebook has.

    Args:
        path: The notebook, as it was last saved; it is only read.
        limits: How long its cells and functions may run.

    Raises:
        ValueError: If the file is no notebook, or has no exercises.
    """
    cells = read_cells(path)
    found = [s for s in _sets(path) if has_exercises(cells, s)]
    if not found:
        raise ValueError(f"{path}: there are no exercises in it")
    with Elsewhere(cells, limits=limits) as learner:
        results = tuple(
            (s, tuple(run_task(t.name, s.checks, learner) for t in s.tasks))
            for s in found
        )
        notes = (
            f"code cell {n} {clean(note)}" for n, note in sorted(learner.notes.items())
        )
        return Score(tuple(notes), results)


def _sets(path: Path) -> list[ExerciseSet]:
    return list(all_sets(exercises_folder(path.parent)))


def _lines(
    results: Sequence[tuple[ExerciseSet, Sequence[Result]]],
) -> list[str]:
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
