"""Fill in the file that an LMS exported; its other columns stay as they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from attnbook.grading.export.match import Line, Matched, match
from attnbook.grading.export.table import Table, column
from attnbook.grading.record import RECORDS, Record
from attnbook.grading.words import counted

_NUMBER = re.compile(r"\s*\d+(?:[.,]\d+)?\s*")
_ASSIGNMENT = re.compile(r".* \(\d+\)")  # how Canvas writes the name of one
_LISTED = 20  # names that a report lists
_NAMED = 3  # and one line


@dataclass(frozen=True)
class Layout:
    """What an LMS calls its columns.

    Attributes:
        lms: Its own name.
        ids: Columns of numbers and login names.
        emails: Columns of addresses, or of what may be one.
        name: The column of the whole name.
        parts: The columns of first and last name, where there is no whole one.
        maximum: The column of the most points.
        locked: The column that says ``No`` where a mark must not change.
    """

    lms: str
    ids: tuple[str, ...]
    emails: tuple[str, ...]
    name: str
    parts: tuple[str, str] = ("First name", "Last name")
    maximum: str = "Maximum Grade"
    locked: str = "Grade can be changed"

    @property
    def who(self) -> list[str]:
        """The columns that may say whose line it is."""
        return list(dict.fromkeys([*self.ids, self.name, *self.parts, *self.emails]))


CANVAS = Layout(
    "Canvas",
    ("ID", "SIS User ID", "SIS Login ID"),
    ("SIS Login ID", "Email"),
    "Student",
)
MOODLE = Layout(
    "Moodle", ("Identifier", "ID number", "Username"), ("Email address",), "Full name"
)


@dataclass(frozen=True)
class Filled:
    """A file with marks, and who is missing in it.

    Attributes:
        content: The bytes of the file.
        report: What was filled in, and what could not be.
    """

    content: bytes
    report: str


def fill(
    content: bytes,
    records: Sequence[Record],
    layout: Layout,
    *,
    title: str | None = None,
    scale: bool = False,
) -> Filled:
    """Write each mark into its line; who has none keeps what stands there.

    Args:
        content: What the LMS exported.
        records: What came of the submissions.
        layout: `CANVAS` or `MOODLE`.
        title: The column to fill in, if it is not clear.
        scale: Whether to convert marks to the points that the LMS gives.

    Raises:
        ValueError: If a column is missing, nobody is found, or the LMS gives other
            points.
    """
    table = Table(content)
    lines = _lines(table, layout)
    where = _target(table.header, title)
    graded = [record for record in records if record.status == "graded"]
    matched = match(graded, lines)
    if graded and len(matched.lost) == len(graded):
        raise ValueError(_of_nobody(graded))
    locked = _locked(table, layout, matched)
    for row, record in matched.rows.items():
        if row not in locked:
            most, example = _maximum(table, layout, row, where)
            table.fill(row, where, _mark(record, most, example, scale))
    report = _report(records, matched, locked, len(lines), table.header[where])
    return Filled(table.as_bytes(), report)


def _target(header: Sequence[str], title: str | None) -> int:
    if title is not None:
        found = column(header, title)
        if found is None:
            starts = [t for t in header if t.casefold().startswith(title.casefold())]
            found = header.index(starts[0]) if len(starts) == 1 else None
        if found is None:
            raise ValueError(f"there is no column {title!r}, but {_quoted(header)}")
        return found
    choices = [t for t in header if t.strip().casefold() == "grade"]
    choices = choices or [t for t in header if _ASSIGNMENT.fullmatch(t)]
    choices = choices or [t for t in header if t.endswith("(Real)")]
    if len(choices) != 1:
        raise ValueError(
            f"name the column with --column: one of {_quoted(choices or header)}"
        )
    return header.index(choices[0])


def _quoted(titles: Sequence[str]) -> str:
    return ", ".join(map(repr, titles))


def _lines(table: Table, layout: Layout) -> list[Line]:
    """Say whose line is whose; Canvas has lines that belong to nobody."""
    header = table.header
    ids = [i for i in (column(header, name) for name in layout.ids) if i is not None]
    emails = [i for i in (column(header, n) for n in layout.emails) if i is not None]
    whole = column(header, layout.name)
    parts = [
        column(header, layout.parts[0]),
        column(header, layout.parts[1], "Surname"),
    ]
    named = [whole] if whole is not None else [i for i in parts if i is not None]
    if not ids + emails + named:
        raise ValueError(_of_no_names(header, layout))
    lines = []
    for row in range(1, len(table)):
        values = tuple(_number_of(table.cell(row, i)) for i in ids)
        name = " ".join(table.cell(row, i) for i in named)
        addresses = tuple(table.cell(row, i) for i in emails)
        if any(value.strip() for value in (*values, *addresses)):
            lines.append(Line(row, values, addresses, name))
    return lines


def _of_no_names(header: Sequence[str], layout: Layout) -> str:
    return (
        f"no column says whose line it is. Looked for: {_quoted(layout.who)}; found: "
        f"{_quoted(header)}. If it is the right file, set the language of "
        f"{layout.lms} to English, download the file again, and leave it in English "
        "until the filled one is uploaded"
    )


def _number_of(value: str) -> str:
    """Take the number out of Moodle's ``Participant 17``."""
    return re.sub(r"^\D+ (?=\d+$)", "", value.strip())


def _locked(table: Table, layout: Layout, matched: Matched) -> set[int]:
    where = column(table.header, layout.locked)
    if where is None:
        return set()
    return {r for r in matched.rows if table.cell(r, where).strip().casefold() == "no"}


def _maximum(table: Table, layout: Layout, row: int, where: int) -> tuple[str, str]:
    """Find the most points that the LMS gives, and how it writes a number."""
    given = column(table.header, layout.maximum)
    if given is not None:
        return table.cell(row, given).strip(), table.cell(row, given)
    for first in range(1, min(len(table), 4)):
        if "points possible" in table.cell(first, 0).casefold():
            return table.cell(first, where).strip(), table.cell(first, where)
    return "", ""


def _mark(record: Record, most: str, example: str, scale: bool) -> str:
    """Write the mark as the LMS would: its points, its decimal sign."""
    if not _NUMBER.fullmatch(most):
        return str(record.points)
    whole = Fraction(most.replace(",", "."))
    if whole != record.possible and not scale:
        raise ValueError(
            f"the most points are {most} in the LMS and {record.possible} in the "
            "exercises: change that there, or add --scale to convert"
        )
    points = Fraction(record.points, record.possible or 1) * whole
    text = f"{float(points):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if "," in example else text


def _report(records, matched: Matched, locked: set[int], lines: int, title: str) -> str:
    filled = len(matched.rows) - len(locked)
    marks, rest = counted(filled, "mark"), counted(lines - filled, "line")
    told = [f"{marks} written into {title!r}; {rest} unchanged"]
    changeless = [matched.rows[row] for row in sorted(locked)]
    unmarked = [record for record in records if record.status != "graded"]
    groups = {
        "in no line that is surely theirs": list(map(_who, matched.lost)),
        "more than one submission for one line": list(map(_of_many, matched.twice)),
        "the LMS lets nobody change it": list(map(_who, changeless)),
        "without a mark": list(map(_who, unmarked)),
    }
    for why, group in groups.items():
        told += [f"not written, {why}: {one}" for one in group[:_LISTED]]
        if len(group) > _LISTED:
            told.append(f"... and {len(group) - _LISTED} more")
    return "\n".join(told)


def _of_many(group: Sequence[Record]) -> str:
    """Say what settles it, where one line has more than one submission."""
    paths = " or ".join(f"{RECORDS}/{record.submission}.json" for record in group)
    return (
        f"{', '.join(map(_who, group))}. In the folder of results, delete the record "
        f"of what does not count, {paths}, and export again"
    )


def _of_nobody(graded: Sequence[Record]) -> str:
    named = ", ".join(_who(record) for record in graded[:_NAMED])
    more = f" and {len(graded) - _NAMED} more" if len(graded) > _NAMED else ""
    return (
        f"nobody of those with a mark is surely in it: {named}{more}. If it is the "
        "right file, try --roster with a class list that has its ids or addresses"
    )


def _who(record: Record) -> str:
    student = record.student
    known = " ".join(filter(None, (student.name, student.id, student.email)))
    return f"{known or record.submission} ({record.file or 'nothing handed in'})"
