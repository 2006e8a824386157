"""Grade all that was handed in: one record each, whatever happens on the way."""

import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path

from attnbook.grading.grade import Terms, Work, blank_record, grade
from attnbook.grading.record import (
    RECORDS,
    Record,
    Student,
    from_json,
    read_records,
    record_path,
    write_record,
)
from attnbook.grading.roster import WHOSE, Roster
from attnbook.grading.run import clean
from attnbook.grading.submissions import Submission, UnreadableError

_AHEAD = 2  # submissions for each worker that are read, and wait


@dataclass
class Batch:
    """A run over many submissions, which can be stopped and run again.

    Attributes:
        terms: What they are graded under.
        results: The folder for the records.
        roster: The students of the class.
        seen: The students who handed something in.
        unknown: The files of those who are not on the class list.
        namesakes: Students of whom more than one could have handed something in.
        ungradable: The records of what could not be graded.
        names: The names of the submissions.
        counts: How many records there are of each status, and how many of the graded
            are ``kept`` of an earlier run.
    """

    terms: Terms
    results: Path
    roster: Roster = field(default_factory=Roster)
    seen: set[Student] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)
    namesakes: set[Student] = field(default_factory=set)
    ungradable: list[Record] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)

    def grade_all(
        self, submissions: Iterable[Submission], executor: Executor, workers: int
    ) -> Iterator[Record]:
        """Grade submissions, and give each record once it is written.

        Few are in memory at a time.
        """
        waiting: dict[Future, Record] = {}
        for submission in submissions:
            work = self._read(submission)
            if kept := self._kept(work):
                yield self._done(kept)
                continue
            blank = blank_record(work, self.terms)
            waiting[executor.submit(grade, work, self.terms)] = blank
            if len(waiting) >= workers * _AHEAD:
                yield from self._finished(waiting)
        while waiting:
            yield from self._finished(waiting)

    def _read(self, submission: Submission) -> Work:
        student = self.roster.find(submission.student)
        self.seen.add(student)
        self.names.add(submission.name)
        if student.listed is False:
            self.unknown.append(submission.label)
            self.namesakes.update(self.roster.namesakes(student))
        about = submission.name, submission.label, student
        try:
            return Work(*about, submission.read())
        except UnreadableError as error:
            return Work(*about, b"", str(error))

    def _kept(self, work: Work) -> Record | None:
        """Find the record of an earlier run, if nothing that decides it has changed."""
        try:
            path = record_path(self.results, work.submission)
            old = from_json(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        blank = blank_record(work, self.terms)
        if old.key != blank.key or old.status == "grader_error":
            return None
        self.counts["kept"] += old.status == "graded"
        return replace(old, student=work.student, file=work.file)

    def _finished(self, waiting: dict[Future, Record]) -> Iterator[Record]:
        for future in wait(waiting, return_when=FIRST_COMPLETED).done:
            blank = waiting.pop(future)
            try:
                record = future.result()
            except Exception as error:  # a worker that died, time and again
                reason = clean(f"{type(error).__name__}: {error}")
                record = replace(blank, status="grader_error", reason=reason)
            yield self._done(record)

    def _done(self, record: Record) -> Record:
        write_record(record, self.results)
        self.counts[record.status] += 1
        self.ungradable += [record] if record.status == "unreadable" else []
        return record

    def terms_have_changed(self) -> bool:
        """Tell whether an earlier run was under other terms."""
        try:
            records = read_records(self.results)
        except ValueError:
            return False
        return any(record.terms != self.terms.digest for record in records)

    def left_over(self) -> list[str]:
        """Name the records of what is no longer among the submissions."""
        there = {path.stem for path in (self.results / RECORDS).glob("[!_]*.json")}
        return sorted(there - self.names)

    def note_who_is_missing(self) -> list[Record]:
        """Write a record, without marks, for each student who handed nothing in.

        Of two of one name it says so, if somebody of that name handed something in.
        """
        for path in (self.results / RECORDS).glob(f"{_NOTHING}-*.json"):
            path.unlink()
        students = [entry.student for entry in self.roster.entries]
        missing = [self._absence(s) for s in students if s not in self.seen]
        for record in missing:
            write_record(record, self.results)
        return missing

    def _absence(self, student: Student) -> Record:
        known = student.id or student.email
        name = Submission(known, bytes).name.rpartition("-")[2]
        reason = WHOSE if student in self.namesakes else "nothing was handed in"
        work = Work(f"{_NOTHING}-{name}", "", student, b"", reason)
        blank = blank_record(work, self.terms)
        return replace(blank, status="missing", reason=reason)


_NOTHING = "_nothing"  # no submission's name has this mark before it


def seed_of(results: Path, wanted: int | None) -> int:
    """Choose the seed: the one wanted, that of an earlier run, or one nobody knows."""
    if wanted is not None:
        return wanted
    try:
        return read_records(results)[0].seed
    except ValueError:
        return secrets.randbelow(2**31)
