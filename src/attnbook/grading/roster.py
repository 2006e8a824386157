"""A list of the students of a class: who handed in what, and who nothing."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from attnbook.grading.export.table import delimiter_of
from attnbook.grading.record import Student
from attnbook.grading.run import clean


@dataclass(frozen=True)
class Roster:
    """The students of a class, each with the words by which a submission names them."""

    students: tuple[tuple[Student, frozenset[str]], ...] = ()

    def find(self, said: Student) -> Student:
        """Find a student by what a submission says; else return just that."""
        for wanted in (said.id, said.name):
            found = [s for s, words in self.students if _plain(wanted) in words]
            if wanted and len(found) == 1 and may_be_one(said.name, found[0].name):
                return found[0]
        return said


def may_be_one(name: str, other: str) -> bool:
    """Tell whether two names may be one person's: they have a word in common.

    A number may be that of somebody else in another list; then the names differ.

    Example:
        >>> may_be_one("lovelaceada", "Ada Lovelace"), may_be_one("Ada", "Zoë")
        (True, False)
    """
    told, listed = _plain(name), _plain(other)
    words = re.findall(r"\w{2,}", f"{name} {other}") or list(told)
    shared = (_plain(w) in told and _plain(w) in listed for w in words)
    return not told or not listed or any(shared)


def read_roster(path: Path) -> Roster:
    """Read a CSV file with a column ``id``, whatever sign is between the columns.

    Capitals in the first line do not matter. A submission belongs to the student who
    has its id, its name or its file's name in any column: ``name``, ``email``,
    ``user``, whatever the LMS writes.

    Raises:
        ValueError: If there is no such file or column, or an id stands there twice.
    """
    text = _text(path)
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter_of(text))
    reader.fieldnames = [head.strip().casefold() for head in reader.fieldnames or ()]
    rows = list(reader)
    if not rows or "id" not in rows[0]:
        raise ValueError(
            f"{path} needs a first line with a column id, and name or email, and a "
            f"line for each student; its columns: {clean(', '.join(reader.fieldnames))}"
        )
    students = [_student(row) for row in rows if (row["id"] or "").strip()]
    ids = [student.id for student, _ in students]
    for one in ids:
        if ids.count(one) > 1:
            raise ValueError(f"{path} has the id {one} twice")
    return Roster(tuple(students))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ValueError(
            f"{path} is not UTF-8 text: save it as CSV UTF-8, as spreadsheets call it"
        ) from None


def _student(row: dict[str, str | None]) -> tuple[Student, frozenset[str]]:
    cells = [value.strip() for value in row.values() if isinstance(value, str)]
    words = {_plain(cell) for cell in cells if cell}
    words |= {_plain(cell.split("@")[0]) for cell in cells if "@" in cell}
    said = (clean((row.get(key) or "").strip()) for key in ("id", "name", "email"))
    return Student(*said), frozenset(words)


def _plain(text: str) -> str:
    """Write a name as files do: small letters, no accents, nothing between words.

    Example:
        >>> _plain("Zoë O'Hara-Lee")
        'zoeoharalee'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
