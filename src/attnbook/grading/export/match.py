"""Find whose line is whose: by id, by e-mail address, and last by name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attnbook.grading.record import Record, Student
from attnbook.grading.roster import may_be_one


@dataclass(frozen=True)
class Line:
    """Who a line of a list belongs to.

    Attributes:
        row: Its number; the header has 0.
        ids: Numbers and login names.
        emails: Addresses.
        name: As it is written there.
    """

    row: int
    ids: tuple[str, ...]
    emails: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Matched:
    """Which record belongs to which line, and what belongs to none.

    Attributes:
        rows: A record for each line that has one.
        lost: Records that belong to no line, or to more than one.
        twice: Records that belong to the same line, for each such line.
    """

    rows: Mapping[int, Record]
    lost: tuple[Record, ...]
    twice: tuple[tuple[Record, ...], ...]


def match(records: Sequence[Record], lines: Sequence[Line]) -> Matched:
    """Give each record its line; a doubtful one is given to nobody."""
    indexes = [
        _index((line.row, line.ids) for line in lines),
        _index((line.row, line.emails) for line in lines),
        _index((line.row, names(line.name)) for line in lines),
    ]
    by_row = {line.row: line for line in lines}
    found: dict[int, list[Record]] = defaultdict(list)
    lost = []
    for record in records:
        row = _row(record, indexes)
        if row is None or not _agree(record.student, by_row[row]):
            lost.append(record)
        else:
            found[row].append(record)
    alone = {row: own[0] for row, own in found.items() if len(own) == 1}
    twice = [tuple(own) for own in found.values() if len(own) > 1]
    return Matched(alone, tuple(lost), tuple(twice))


def _row(record: Record, indexes: Sequence[Mapping[str, set[int]]]) -> int | None:
    """Ask for the id first; what names one line only decides."""
    student = record.student
    asked = ([student.id], [student.email], names(student.name))
    for index, keys in zip(indexes, asked, strict=True):
        rows = set().union(*(index.get(plain(key), set()) for key in keys if key))
        if len(rows) == 1:
            return rows.pop()
    return None


def _agree(student: Student, line: Line) -> bool:
    """Tell whether nothing speaks against a line: an address, or else the name."""
    addresses = {plain(email) for email in line.emails if email}
    return plain(student.email) in addresses or may_be_one(student.name, line.name)


def _index(keys: Iterable[tuple[int, Iterable[str]]]) -> dict[str, set[int]]:
    index: dict[str, set[int]] = defaultdict(set)
    for row, own in keys:
        for key in own:
            if plain(key):
                index[plain(key)].add(row)
    return index


def plain(text: str) -> str:
    """Write a key in small letters, without accents and blanks.

    Example:
        >>> plain(" Zoë.B@Example.org ")
        'zoe.b@example.org'
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not c.isspace() and not unicodedata.combining(c))


def names(name: str) -> tuple[str, ...]:
    """Write a name in the ways in which lists and file names write it.

    Example:
        >>> names("Lovelace, Ada") == names("Ada Lovelace")[::-1]
        True
    """
    parts = re.findall(r"\w+", name)
    turned = ""
    if "," in name:
        last, _, first = name.partition(",")
        turned = f"{first} {last}"
    elif len(parts) > 1:
        turned = " ".join([parts[-1], *parts[:-1]])
    ways = ("".join(re.findall(r"\w+", way)) for way in (name, turned))
    return tuple(dict.fromkeys(filter(None, ways)))
