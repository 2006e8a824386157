"""A list of the students of a class: who handed in what, and who nothing."""

import csv
import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from attnbook.grading.export.table import delimiter_of
from attnbook.grading.record import Student
from attnbook.grading.run import clean

WHOSE = "it could not be told whose the submission under this name is: ask your teacher"
_SHORTEST = 3  # characters of an id within a name: a 2 may be a week, or a second try
# Heads of columns, plain as `_plain` makes them; of several, the first that says
# something decides.
_IDS = (
    *("id", "idnumber", "sisuserid", "studentid", "matriculationnumber"),
    *("matrikelnummer", "identifier"),
)
_USERS = ("user", "username", "login", "loginid", "sisloginid")
_NAMES = ("name", "fullname", "student", "vollstandigername")
_GIVEN = ("firstname", "givenname", "vorname")
_FAMILY = ("lastname", "surname", "familyname", "nachname")
_EMAILS = ("email", "emailaddress", "mail", "emailadresse")
_NOBODY = ("points possible", "student, test")  # lines of Canvas


@dataclass(frozen=True)
class Entry:
    """A student of a class list, and the words by which a submission may name them.

    Attributes:
        student: Who it is.
        words: What stands in any column, and the name turned round.
        ids: The ids and the user names among them.
    """

    student: Student
    words: frozenset[str]
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Roster:
    """The students of a class."""

    entries: tuple[Entry, ...] = ()

    def find(self, said: Student) -> Student:
        """Find a student by what a submission says; else return just that.

        The id that an LMS wrote may be that of somebody else here, so the names must
        agree. A file or a folder may be named by an id, or hold one.
        """
        by_id = self._named(said.id)
        if len(by_id) == 1 and may_be_one(said.name, by_id[0].name):
            return by_id[0]
        for found in (self._named(said.name), self._within(said.name)):
            if len(found) == 1:
                return found[0]
        return replace(said, listed=False) if self.entries else said

    def namesakes(self, said: Student) -> list[Student]:
        """List those who could be meant, where a name is that of more than one."""
        named = self._named(said.name)
        alike = [student for student in named if may_be_one(said.name, student.name)]
        return alike if len(alike) > 1 else []

    def _named(self, word: str) -> list[Student]:
        return [one.student for one in self.entries if _plain(word) in one.words]

    def _within(self, name: str) -> list[Student]:
        """List those whose id or user name is a word of a name, with a digit in it."""
        words = {_plain(word) for word in re.split(r"[\s_.-]+", name)}
        telling = {w for w in words if len(w) >= _SHORTEST and re.search(r"\d", w)}
        return [one.student for one in self.entries if telling & one.ids]


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

    Capitals, blanks and hyphens in the first line do not matter, and columns may be
    called what Moodle and Canvas call them; an e-mail address does for an id. A
    submission belongs to the student who has its id, its name or its file's name in
    any column, or whose name it has in another order.

    Raises:
        ValueError: If there is no such file or column, nobody has a name or an
            address, or an id stands there twice.
    """
    text = _text(path)
    reader = csv.DictReader(text.splitlines(), delimiter=delimiter_of(text))
    heads = clean(", ".join(head.strip() for head in reader.fieldnames or ()))
    reader.fieldnames = [_plain(head) for head in reader.fieldnames or ()]
    entries = [entry for entry in map(_entry, reader) if _is_somebody(entry.student)]
    if not entries:
        raise ValueError(
            f"{path} needs a first line with a column id, and name or email, and a "
            f"line for each student; its columns: {heads}"
        )
    if not any(one.student.name or one.student.email for one in entries):
        raise ValueError(
            f"{path} has nobody's name or e-mail address: it needs a column name, or "
            f"first name and last name, or email; its columns: {heads}"
        )
    _require_unlike(path, [one.student.id or one.student.email for one in entries])
    return Roster(tuple(entries))


def _require_unlike(path: Path, ids: list[str]) -> None:
    for one in ids:
        if ids.count(one) > 1:
            raise ValueError(f"{path} has the id {one} twice")


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ValueError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ValueError(
            f"{path} is not UTF-8 text: save it as CSV UTF-8, as spreadsheets call it"
        ) from None


def _is_somebody(student: Student) -> bool:
    known = student.id or student.email
    return bool(known) and student.name.casefold() not in _NOBODY


def _entry(row: dict[str, str | None]) -> Entry:
    cells = [value.strip() for value in row.values() if isinstance(value, str)]
    row |= {"identifier": _number_of(row.get("identifier") or "")}
    name = _name(row)
    ids = {row[head] for head in (*_IDS, *_USERS) if row.get(head)}
    words = {*cells, *ids, *_turned(name)}
    words |= {cell.split("@")[0] for cell in cells if "@" in cell}
    plain_words, plain_ids = (
        frozenset(map(_plain, some)) - {""} for some in (words, ids)
    )
    student = Student(_first(row, _IDS), name, _first(row, _EMAILS), listed=True)
    return Entry(student, plain_words, plain_ids)


def _first(row: dict[str, str | None], heads: tuple[str, ...]) -> str:
    cells = ((row.get(head) or "").strip() for head in heads)
    return clean(next(filter(None, cells), ""))


def _name(row: dict[str, str | None]) -> str:
    """Put the parts of a name together; beside a first name, *name* may be the last.

    Example:
        >>> _name({"vorname": "Ada", "name": "Lovelace"})
        'Ada Lovelace'
    """
    given, family, whole = (_first(row, heads) for heads in (_GIVEN, _FAMILY, _NAMES))
    if whole and _plain(given) in _plain(whole):
        return whole
    return " ".join(filter(None, (given, family or whole)))


def _number_of(text: str) -> str:
    """Take the number out of Moodle's ``Participant 17``, in whatever language."""
    return re.sub(r"^\D+(?=\d+$)", "", text.strip())


def _turned(name: str) -> list[str]:
    """Write a name beginning with each of its words.

    Example:
        >>> _turned("Lovelace, Ada")
        ['LovelaceAda', 'AdaLovelace']
    """
    words = re.split(r"[\s,]+", name)
    return ["".join(words[n:] + words[:n]) for n in range(len(words))]


def _plain(text: str) -> str:
    """Write a name as files do: small letters, no accents, nothing between words.

    Example:
        >>> _plain("Zoë O'Hara-Lee")
        'zoeoharalee'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())
