"""Grade one submission: its bytes, the terms, and nothing else decide the record."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from attnbook.grading.assignment import Assignment, GradedSet, load, versions
from attnbook.grading.cells import code_cells, has_exercises
from attnbook.grading.declare import Check
from attnbook.grading.flags import flags_of, repeated
from attnbook.grading.learners import Elsewhere, Learner, Limits
from attnbook.grading.record import Record, Student, TaskMark, task_mark
from attnbook.grading.run import CheckError, Result, clean, run_task
from attnbook.grading.sandbox import sandboxed, unsandboxed
from attnbook.grading.submissions import UnreadableError

_NOTES = 20  # of a record; an honest notebook has a few
_LIMITS = Limits(whole=15)
_AGAIN = 6  # seconds more, to grade tasks a second time: less than half a minute in all


@dataclass(frozen=True)
class Terms:
    """What every submission of a run is graded under.

    Attributes:
        assignment: The sets of exercises and the hidden checks.
        seed: What the random numbers of the checks begin with.
        versions: Those of the machine that hands out the work.
        sandbox: "bwrap" or "unsandboxed".
    """

    assignment: Assignment
    seed: int
    versions: tuple[tuple[str, str], ...]
    sandbox: str = "bwrap"

    @cached_property
    def digest(self) -> str:
        """The hash of all of it."""
        return _hash(self.assignment.digest, self.seed, self.versions, self.sandbox)

    def key(self, sha256: str) -> str:
        """Hash all that the marks of a submission depend on."""
        return _hash(sha256, self.digest)


def _hash(*about: Any) -> str:
    return hashlib.sha256(json.dumps(about).encode()).hexdigest()


@dataclass(frozen=True)
class Work:
    """One submission, read: what travels to wherever it is graded."""

    submission: str
    file: str
    student: Student
    content: bytes
    problem: str = ""

    @property
    def sha256(self) -> str:
        """The hash of the bytes; empty if there are none."""
        return "" if self.problem else hashlib.sha256(self.content).hexdigest()


def grade(work: Work, terms: Terms) -> Record:
    """Grade a submission; whatever happens, there is a record of it."""
    blank = blank_record(work, terms)
    try:
        return _graded(blank, _cells(work), terms)
    except UnreadableError as error:
        return replace(blank, reason=clean(error))
    except CheckError as error:
        return replace(blank, status="grader_error", reason=clean(error))
    except Exception as error:  # of ours: it must cost neither the student nor the run
        reason = clean(f"{type(error).__name__}: {error}")
        return replace(blank, status="grader_error", reason=reason)


def blank_record(work: Work, terms: Terms) -> Record:
    """Make the record of a submission that nobody has looked at."""
    return Record(
        submission=work.submission,
        file=work.file,
        sha256=work.sha256,
        key=terms.key(work.sha256 or work.problem),
        terms=terms.digest,
        student=work.student,
        status="unreadable",
        seed=terms.seed,
        sandbox=terms.sandbox,
        versions=dict(terms.versions),
    )


def _cells(work: Work) -> list[str]:
    if work.problem:
        raise UnreadableError(work.problem)
    if not work.content.strip():
        raise UnreadableError("the file is empty")
    try:
        return code_cells(work.content)
    except ValueError as error:
        raise UnreadableError(str(error)) from None


def _graded(blank: Record, cells: list[str], terms: Terms) -> Record:
    if dict(terms.versions) != versions():
        raise RuntimeError(f"this machine has other versions: {versions()}")
    sets = _sets(cells, terms.assignment)
    tasks = [task.name for one in sets for task in one.exercises.tasks]
    solution = [cell for one in sets for cell in one.solution]
    notebook = _Notebook(cells, terms)
    with notebook.opened(given="\n".join(one.given for one in sets)) as learner:
        marks = _marks(sets, learner, terms.seed)
        notes = [f"code cell {n} {note}" for n, note in sorted(learner.notes.items())]
    marks = _followed_through(marks, sets, notebook, terms.seed)
    return replace(
        blank,
        status="graded",
        notes=tuple(map(clean, [*notes, *repeated(cells, tasks)][:_NOTES])),
        flags=tuple(map(clean, flags_of(cells, tasks, solution))),
        tasks=tuple(marks),
    )


def _sets(cells: list[str], assignment: Assignment) -> list[GradedSet]:
    """Choose the sets that a notebook is graded on."""
    sets = load(assignment)
    found = [one for one in sets if has_exercises(cells, one.exercises)]
    if assignment.required and not found:
        named = " or ".join(assignment.required)
        raise UnreadableError(f"no task of {named} is in this notebook")
    if not found:
        raise UnreadableError("there are no exercises in it")
    return list(sets) if assignment.required else found


class _Notebook:
    """The cells, to be run more than once, in one stretch of time."""

    def __init__(self, cells: Sequence[str], terms: Terms):
        sandbox = unsandboxed() if terms.sandbox == "unsandboxed" else sandboxed()
        self._cells, self._command = cells, sandbox.command
        self._opened: list[Elsewhere] = []

    def opened(self, given: str, instead: str = "") -> Elsewhere:
        """Have the cells run in a fresh process."""
        left = _LIMITS.whole + _AGAIN - sum(learner.used for learner in self._opened)
        learner = Elsewhere(
            self._cells,
            limits=replace(_LIMITS, whole=max(0, min(_LIMITS.whole, left))),
            command=self._command,
            given=given,
            instead=instead,
        )
        self._opened.append(learner)
        return learner


def _marks(sets: Sequence[GradedSet], learner: Learner, seed: int) -> list[TaskMark]:
    """Mark every task, with the public checks of all before any hidden one.

    A function that has seen a hidden check's input must not get to tell it in what a
    public check says.
    """

    def run(task: str, checks: Sequence[Check]) -> Result:
        return run_task(task, checks, learner, seed=seed)

    tasks = [(one, task.name) for one in sets for task in one.exercises.tasks]
    public = [run(name, one.exercises.checks) for one, name in tasks]
    hidden = [run(name, one.hidden) for one, name in tasks]
    return [
        _mark(one.exercises.name, *results)
        for (one, _), *results in zip(tasks, public, hidden, strict=True)
    ]


def _mark(name: str, public: Result, hidden: Result) -> TaskMark:
    points = public.points + hidden.points
    unwritten = "" if points else public.unwritten or hidden.unwritten
    told = (replace(c, hidden=True) for c in task_mark(name, hidden).checks)
    checks = (*task_mark(name, public).checks, *told)
    return TaskMark(
        name,
        public.task,
        points,
        public.possible + hidden.possible,
        unwritten=clean(unwritten),
        checks=() if unwritten else checks,
    )


def _followed_through(
    marks: Sequence[TaskMark], sets: Sequence[GradedSet], notebook: _Notebook, seed: int
) -> Iterator[TaskMark]:
    """Mark again, beside right answers, what lost points and uses what lost points."""
    lost = {mark.task for mark in marks if mark.points < mark.possible}
    home = {task.name: one for one in sets for task in one.exercises.tasks}
    for mark in marks:
        one, name = home[mark.task], mark.task
        if name not in lost or mark.unwritten or not one.used(name) & lost:
            yield mark
            continue
        with notebook.opened(one.given, instead=one.instead_of(name)) as learner:
            public = run_task(name, one.exercises.checks, learner, seed=seed)
            hidden = run_task(name, one.hidden, learner, seed=seed)
        again = _mark(one.exercises.name, public, hidden)
        better = again.points >= mark.points and not again.unwritten
        counts = again if better else mark
        yield replace(counts, follow_through=again.points)
