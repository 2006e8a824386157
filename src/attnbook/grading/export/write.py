"""Write the marks of a batch in the form that somebody asked for."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from attnbook.files import write_output
from attnbook.grading.export.feedback import feedback_files
from attnbook.grading.export.fill import CANVAS, MOODLE, fill
from attnbook.grading.export.gradescope import results_json
from attnbook.grading.record import RECORDS, Record, read_records
from attnbook.grading.reports.marks import marks_csv
from attnbook.grading.roster import Roster, read_roster
from attnbook.grading.words import counted

FORMATS = ("csv", "gradescope", "feedback", "canvas", "moodle")
_LAYOUTS = {"canvas": CANVAS, "moodle": MOODLE}
_ASKED = {
    "canvas": "Grades > Export, in Canvas",
    "moodle": "the assignment's grading worksheet, or the gradebook's export",
}
_NAMED = 5  # records of a grading that a message names


def export(
    results: Path,
    form: str,
    out: Path,
    *,
    filling: Path | None = None,
    roster: Path | None = None,
    title: str | None = None,
    scale: bool = False,
) -> str:
    """Write the marks of a folder of results to a file; return what to tell.

    Args:
        results: The folder.
        form: One of `FORMATS`.
        out: The file to write.
        filling: The file that Canvas or Moodle exported.
        roster: The class, for who was graded without it.
        title: Its column to fill in, if it is not clear.
        scale: Whether to convert marks to the points that the LMS gives.

    Raises:
        ValueError: If there are no records, or those of more than one grading, or the
            LMS's file is missing, unfit or the one to write.
    """
    if filling is not None and out.resolve() == filling.resolve():
        raise ValueError(f"{out} is the file of the LMS: name another one for --out")
    students = read_roster(roster) if roster else Roster()
    records = [
        replace(record, student=students.find(record.student))
        for record in read_records(results)
    ]
    _refuse_two_gradings(records, results / RECORDS)
    if form in _LAYOUTS:
        content, told = _filled(records, form, filling, title, scale)
    else:
        content, told = _made(records, form)
    write_output(out, content)
    return f"{told}\nwritten: {out}"


def _refuse_two_gradings(records: Sequence[Record], folder: Path) -> None:
    """Stop where marks would stand side by side that were not given alike."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for record in records:
        if record.status == "graded":
            kinds[record.terms].append(record.submission)
    if len(kinds) > 1:
        each = sorted(kinds.values(), key=len, reverse=True)
        raise ValueError(
            f"{folder} holds marks of {len(kinds)} gradings, which differ in checks, "
            f"seed, versions or sandbox: {'; '.join(map(_some, each))}. Run the same "
            f"`attnbook grade` to its end, or delete from {folder} the records that "
            "are no longer wanted"
        )


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    listed = ", ".join(f"{name}.json" for name in names[:_NAMED])
    return f"{counted(len(names), 'record')} ({listed}{more})"


def _made(records: Sequence[Record], form: str) -> tuple[bytes, str]:
    """Write a file of our own, and say how much is in it."""
    if form == "csv":  # with the mark by which a spreadsheet knows its encoding
        content = marks_csv(records).encode("utf-8-sig")
        return content, counted(len(records), "line")
    if form == "feedback":
        pages = feedback_files(records)
        return _zipped(pages), f"{counted(len(pages), 'page')} of feedback"
    told = [(f"{one.submission}/results.json", results_json(one)) for one in records]
    return _zipped(told), counted(len(told), "result")


def _filled(
    records: Sequence[Record],
    form: str,
    filling: Path | None,
    title: str | None,
    scale: bool,
) -> tuple[bytes, str]:
    """Fill in the file of an LMS, and say what was filled in."""
    if filling is None:
        raise ValueError(f"--fill is missing: the file of {_ASKED[form]}")
    exported = _read(filling)
    try:
        filled = fill(exported, records, _LAYOUTS[form], title=title, scale=scale)
    except ValueError as error:
        raise ValueError(f"{filling}: {error}") from None
    return filled.content, filled.report


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None


def _zipped(files: Iterable[tuple[str, str]]) -> bytes:
    """Put texts into a zip, under their names: the same bytes each time."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, text in files:
            archive.writestr(zipfile.ZipInfo(name), text)
    return whole.getvalue()
