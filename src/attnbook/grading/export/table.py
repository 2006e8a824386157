"""A CSV file of which single cells change, and not one byte of the others."""

import re
from collections.abc import Sequence

from attnbook.grading.words import counted

_DELIMITERS = ",;\t"
_BOM = "\ufeff"


class Table:
    """The cells of a CSV file, each as it is written there.

    Args:
        content: The bytes of the file, in UTF-8 or an older encoding.

    Raises:
        ValueError: If they are no CSV.
    """

    def __init__(self, content: bytes):
        text, self._encoding = _decoded(content)
        self._bom = _BOM if text.startswith(_BOM) else ""
        text = text.removeprefix(_BOM)
        self.delimiter = delimiter_of(text)
        self._rows, self._ends = _split(text, self.delimiter)
        if not self._rows:
            raise ValueError("an empty file")

    @property
    def header(self) -> list[str]:
        """What the first line says."""
        return [self.cell(0, column) for column in range(len(self._rows[0]))]

    def __len__(self) -> int:
        """Count the lines, the first included."""
        return len(self._rows)

    def cell(self, row: int, column: int) -> str:
        """Read a cell; one that a short line does not have is empty."""
        cells = self._rows[row]
        raw = cells[column] if column < len(cells) else ""
        return raw[1:-1].replace('""', '"') if raw.startswith('"') else raw

    def fill(self, row: int, column: int, number: str) -> None:
        """Write a number into a cell, in quotation marks if it stood in such.

        Raises:
            ValueError: If the line is too short to have that cell.
        """
        cells = self._rows[row]
        if column >= len(cells):
            raise ValueError(f"line {row + 1} has only {counted(len(cells), 'cell')}")
        quoted = cells[column].startswith('"') or self.delimiter in number
        cells[column] = f'"{number}"' if quoted else number

    def as_bytes(self) -> bytes:
        """Write the file again."""
        lines = zip(self._rows, self._ends, strict=True)
        text = "".join(self.delimiter.join(cells) + end for cells, end in lines)
        return (self._bom + text).encode(self._encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:  # what a spreadsheet on Windows saves
        return content.decode("latin-1"), "latin-1"


def delimiter_of(text: str) -> str:
    """Take the sign of which the first line has most, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text).partition("\n")[0]
    return max(_DELIMITERS, key=first.count)


def _split(text: str, delimiter: str) -> tuple[list[list[str]], list[str]]:
    """Split into lines of cells as they are written, and the ends of the lines."""
    cell = re.compile(rf'("(?:[^"]|"")*"|[^"{delimiter}\r\n][^{delimiter}\r\n]*|)')
    rows: list[list[str]] = []
    ends: list[str] = []
    cells: list[str] = []
    at = 0
    while at < len(text) or cells:
        found = cell.match(text, at)
        cells.append(found[0])
        at = found.end()
        if text.startswith(delimiter, at):
            at += 1
            continue
        end = re.compile(r"\r\n|\n|\r|\Z").match(text, at)
        if end is None:
            raise ValueError(f"line {len(rows) + 1} is no CSV")
        rows.append(cells)
        ends.append(end[0])
        cells, at = [], end.end()
    return rows, ends


def column(header: Sequence[str], *names: str) -> int | None:
    """Return the first column that has one of these names, however it is spelled."""
    plain = [title.strip().casefold() for title in header]
    for name in names:
        if name.casefold() in plain:
            return plain.index(name.casefold())
    return None
