"""One ``attnbook grade``: options in, a progress bar, records and reports out."""

import contextlib
import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from attnbook.grading.assignment import collect, told_hidden, versions
from attnbook.grading.batch import Batch, seed_of
from attnbook.grading.executors import on_a_cluster, on_this_machine
from attnbook.grading.grade import Terms
from attnbook.grading.record import RECORDS, Record
from attnbook.grading.reports import write_reports
from attnbook.grading.roster import WHOSE, Roster, read_roster
from attnbook.grading.sandbox import NoSandboxError, sandboxed, unsandboxed
from attnbook.grading.sets import FOLDER, exercises_folder
from attnbook.grading.submissions import find_submissions
from attnbook.grading.trial import try_hidden

_NAMED = 10  # of each kind, in the terminal


@dataclass(frozen=True)
class Session:
    """The options of ``attnbook grade``, by the names that it has for them."""

    submissions: Path
    results: Path
    sets: tuple[str, ...] = ()
    hidden: Path | None = None
    seed: int | None = None
    roster: Path | None = None
    jobs: int = 1
    scheduler: str | None = None
    unsafe: bool = False

    def run(self) -> int:
        """Grade, say how it went, and return 1 if the grader itself failed somewhere.

        Raises:
            ValueError: If an option makes no sense here.
        """
        if (self.submissions / RECORDS).is_dir():
            raise ValueError(
                f"{self.submissions} holds results: name what students handed in"
            )
        submissions = find_submissions(self.submissions)
        roster = read_roster(self.roster) if self.roster else Roster()
        batch = Batch(self._terms(), self.results, roster)
        print(f"seed {batch.terms.seed}, {batch.terms.sandbox}, {self.results}")
        print(told_hidden(batch.terms.assignment))
        if batch.terms_have_changed():
            print(_OTHER_TERMS)
        try_hidden(batch.terms.assignment, batch.terms.seed)
        failed = []
        with self._executor() as (executor, workers):
            records = batch.grade_all(submissions, executor, workers)
            try:
                for one in tqdm(records, total=len(submissions), unit="", disable=None):
                    failed += [one] if one.status == "grader_error" else []
            except KeyboardInterrupt:
                _tell_where_it_stopped(batch, len(submissions))
                raise
        missing = batch.note_who_is_missing()
        write_reports(self.results)
        _tell(batch, failed, missing)
        return 1 if failed else 0

    def _terms(self) -> Terms:
        exercises = self._exercises()
        if self.results.resolve().is_relative_to(self.submissions.resolve()):
            raise ValueError(
                f"{self.results} is within {self.submissions}: choose another folder"
            )
        _require_folder(self.results)
        assignment = collect(exercises, self.sets, self.hidden)
        seed = seed_of(self.results, self.seed)
        return Terms(
            assignment, seed, tuple(sorted(versions().items())), self._kind(exercises)
        )

    def _exercises(self) -> Path:
        """Find the book's own exercises, never some that a student handed in."""
        beside = Path(__file__).parents[3] / FOLDER
        found = beside if beside.is_dir() else exercises_folder()
        if found.resolve().is_relative_to(self.submissions.resolve()):
            raise ValueError(
                f"{found} is among what was handed in, and its checks would run here: "
                "start in the folder of the book"
            )
        return found

    def _kind(self, exercises: Path) -> str:
        if self.unsafe:
            return unsandboxed().kind
        hidden = [self.hidden] if self.hidden else []
        try:
            return sandboxed([exercises, self.submissions, self.results, *hidden]).kind
        except NoSandboxError as error:
            raise ValueError(
                f"{error}\n`attnbook doctor` looks at everything that grading needs. "
                "--unsafe-no-sandbox grades without protection, and marks each result"
            ) from None

    @contextlib.contextmanager
    def _executor(self) -> Iterator[tuple[Executor, int]]:
        if self.jobs < 1:
            raise ValueError(f"--jobs is {self.jobs}: it must be at least 1")
        where = (
            on_a_cluster(self.scheduler)
            if self.scheduler
            else on_this_machine(self.jobs)
        )
        with where as executor:
            yield executor


def _require_folder(results: Path) -> None:
    """Refuse a place where results cannot be, or would lie among other files.

    Raises:
        ValueError: If it is one.
    """
    there = next(path for path in (results, *results.parents) if path.exists())
    if not there.is_dir():
        raise ValueError(f"{there} is a file: name a folder for the results")
    if not os.access(there, os.W_OK):
        raise ValueError(f"{there} cannot be written: name another folder")
    if there == results and any(there.iterdir()) and not (there / RECORDS).is_dir():
        raise ValueError(
            f"{results} holds other files, and no results: name a new folder, or an "
            "empty one"
        )


_OTHER_TERMS = (
    "other sets, hidden checks, seed or versions than the last time: all is graded "
    "again"
)


def _tell_where_it_stopped(batch: Batch, whole: int) -> None:
    done = sum(batch.counts[status] for status in ("graded", "unreadable"))
    print(
        f"\n{done} of {whole} have their record in {batch.results}; the same command "
        "goes on from there",
        file=sys.stderr,
    )


def _tell(batch: Batch, failed: list[Record], missing: list[Record]) -> None:
    counts = batch.counts
    print(f"graded: {counts['graded']}, of these {counts['kept']} as before")
    unclear = [_who(one) for one in missing if one.reason == WHOSE]
    _name_some("nothing handed in", [_who(m) for m in missing if m.reason != WHOSE])
    _name_some("on the class list, but whose submission is whose is unclear", unclear)
    _name_some("of nobody on the class list", batch.unknown)
    reasons = [f"{one.file}: {one.reason}" for one in batch.ungradable]
    _name_some("not gradable, with the reason in each report", reasons)
    if left_over := batch.left_over():
        _name_some("of earlier runs, not among these", left_over)
        print(
            "  who handed in anew under another name is there twice: delete the old "
            f"{batch.results / RECORDS}/NAME.json"
        )
    for record in failed:
        print(f"{record.file}: the grader failed: {record.reason}", file=sys.stderr)
    print(f"see {batch.results / 'summary.html'}")


def _name_some(what: str, those: list[str]) -> None:
    """Print how many there are, if any, and the first of them."""
    if those:
        more = len(those) - _NAMED
        rest = [f"and {more} more"] if more > 0 else []
        print(f"{what}: {len(those)}", *those[:_NAMED], *rest, sep="\n  ")


def _who(record: Record) -> str:
    student = record.student
    known = student.id or student.email
    return f"{student.name} ({known})" if student.name else known
