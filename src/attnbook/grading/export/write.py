"""Write the marks of a batch in the form that somebody asked for."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from attnbook.files import write_output
from attnbook.grading.export.fill import CANVAS, MOODLE, fill
from attnbook.grading.export.gradescope import results_json
from attnbook.grading.record import Record, read_records
from attnbook.grading.reports.marks import marks_csv
from attnbook.grading.roster import Roster, read_roster

FORMATS = ("csv", "gradescope", "canvas", "moodle")
_LAYOUTS = {"canvas": CANVAS, "moodle": MOODLE}
_ASKED = {
    "canvas": "Grades > Export, in Canvas",
    "moodle": "the assignment's grading worksheet, or the gradebook's export",
}


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
        ValueError: If there are no records, or the LMS's file is missing, unfit or
            the one to write.
    """
    if filling is not None and out.resolve() == filling.resolve():
        raise ValueError(f"{out} is the file of the LMS: name another one for --out")
    students = read_roster(roster) if roster else Roster()
    records = [
        replace(record, student=students.find(record.student))
        for record in read_records(results)
    ]
    if form == "csv":  # with the mark by which a spreadsheet knows its encoding
        content, told = marks_csv(records).encode("utf-8-sig"), f"{len(records)} lines"
    elif form == "gradescope":
        content, told = _zipped(records), f"{len(records)} results.json"
    elif filling is None:
        raise ValueError(f"--fill is missing: the file of {_ASKED[form]}")
    else:
        exported = _read(filling)
        try:
            filled = fill(exported, records, _LAYOUTS[form], title=title, scale=scale)
        except ValueError as error:
            raise ValueError(f"{filling}: {error}") from None
        content, told = filled.content, filled.report
    write_output(out, content)
    return f"{told}\nwritten: {out}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None


def _zipped(records: Sequence[Record]) -> bytes:
    """Put a ``results.json`` for each submission into a zip, the same each time."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for record in records:
            entry = zipfile.ZipInfo(f"{record.submission}/results.json")
            archive.writestr(entry, results_json(record))
    return whole.getvalue()
