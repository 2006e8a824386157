"""A table of marks that a spreadsheet can open without running anything."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from attnbook.grading.record import Record

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
_LISTED = {True: "yes", False: "no", None: ""}
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def guarded(text: str) -> str:
    """Make a cell of text that no spreadsheet takes for a formula.

    Example:
        >>> guarded("=1+1"), guarded("Ada"), guarded("")
        ("'=1+1", 'Ada', '')
    """
    guard = "'" if _FORMULA.match(text) else ""
    return guard + _BREAKS.sub(" ", text)


def marks_csv(records: Sequence[Record]) -> str:
    """Write a line for each submission; the mark is empty where none is known.

    The id is the class list's: an LMS's own number could be taken for one of it.
    """
    tasks = _tasks(records)
    head = [
        *("submission", "id", "name", "email", "class list", "status", "reason"),
        *("points", "possible", "sandbox", "look at", "file"),
    ]
    rows = [[*head, *(f"{of} / {task}" for of, task in tasks)]]
    for record in records:
        rows.append([*_about(record), *_points(record, tasks)])
    return as_csv(rows)


def as_csv(rows: Iterable[Sequence[str | int | float | None]]) -> str:
    """Write rows as CSV; text is guarded, numbers are numbers, ``None`` is empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    for row in rows:
        writer.writerow([guarded(c) if isinstance(c, str) else c for c in row])
    return file.getvalue()


def _tasks(records: Sequence[Record]) -> list[tuple[str, str]]:
    """Name every task that any record has, in the order in which they come."""
    named = ((mark.set, mark.task) for record in records for mark in record.tasks)
    return list(dict.fromkeys(named))


def _about(record: Record) -> list[str | int | None]:
    student, flags = record.student, "; ".join(record.flags)
    return [
        *(record.submission, "" if student.listed is False else student.id),
        *(student.name, student.email, _LISTED[student.listed]),
        *(record.status, record.reason, record.points, record.possible),
        *(record.sandbox, flags, record.file),
    ]


def _points(record: Record, tasks: Sequence[tuple[str, str]]) -> list[int | None]:
    if record.status != "graded":
        return [None] * len(tasks)
    earned = {(mark.set, mark.task): mark.points for mark in record.tasks}
    return [earned.get(task) for task in tasks]
