"""Give the pages of feedback back in the folders that the submissions came in.

That is what Moodle takes under *Upload multiple feedback files in a zip*: it reads the
second word of ``Ada Lovelace_123_assignsubmission_file_``, a student's or a group's
number, and hands out what lies in the folder of that name.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from attnbook.grading.record import Record
from attnbook.grading.reports.pages import feedback_page

_PAGE = "feedback"
_MARK = "_assignsubmission_"
_MOODLE_FILE = re.compile(rf".+_\d+{_MARK}[a-z]+_")  # before the file's own name
_UNSAFE = re.compile(r'[\\/:*?"<>|]|\.\.+')


def feedback_files(records: Sequence[Record]) -> list[tuple[str, str]]:
    """Name a page for each submission, and write it; who sent nothing has none.

    Of more than one for the same student, each has a number.
    """
    owned: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda one: (one.file, one.submission)):
        if record.status != "missing":
            owned[_owner(record)].append(record)
    return [
        (f"{_folder(record)}/{_PAGE}{number}.html", feedback_page(record))
        for group in owned.values()
        for number, record in zip(_numbers(group), group, strict=True)
    ]


def _owner(record: Record) -> str:
    """Say whose folder it is: not every disk tells capitals from small letters."""
    return _folder(record).partition(_MARK)[0].casefold()


def _numbers(group: Sequence[Record]) -> list[str]:
    if len(group) == 1:
        return [""]
    return [f"-{number}" for number, _ in enumerate(group, 1)]


def _folder(record: Record) -> str:
    """Name the folder that a submission came in, or else one after its file."""
    path = PurePosixPath(record.file)
    if len(path.parts) > 1:
        name = path.parts[0]
    else:
        found = _MOODLE_FILE.match(path.name)
        name = found[0] if found else path.stem
    return _safe(name) or record.submission


def _safe(name: str) -> str:
    """Write a name that leads nowhere else, on any system."""
    printed = "".join(c if c.isprintable() else "-" for c in name)
    return _UNSAFE.sub("-", printed).strip(". ")
