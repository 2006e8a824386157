"""A baseline without a network: copy the layout of the most similar training date.

Chapter: 5-applications/translation-with-attention.
"""

import re
from collections.abc import Iterable

from attnbook.tasks.dates import YEARS, DateExample

UNREADABLE = ""


def outline(text: str) -> str:
    """Replace every digit by 9, so that texts of one layout become equal.

    Example:
        >>> outline("4 March 2025")
        '9 March 9999'
    """
    return re.sub(r"\d", "9", text)


class TemplateReader:
    """Read a date by the layout of the training date that looks most like it.

    Among the training outlines of the same length, the one with the fewest different
    characters tells which characters are the year, the month and the day; a month
    written as a name means that training date's month.

    Example:
        >>> known = DateExample(
        ...     "9 March 1984", "1984-03-09", "D.MMMMM.YYYY", "en_GB", "long"
        ... )
        >>> TemplateReader([known]).read("4 March 2025")
        '2025-03-04'
    """

    def __init__(self, examples: Iterable[DateExample]):
        self._known: dict[int, dict[str, DateExample]] = {}
        for example in examples:
            same_length = self._known.setdefault(len(example.text), {})
            same_length[outline(example.text)] = example

    def read(self, text: str) -> str:
        """Write the date as ISO 8601, or `UNREADABLE` where no layout fits."""
        wanted = outline(text)
        same_length = self._known.get(len(text))
        if not same_length:
            return UNREADABLE
        nearest = min(same_length, key=lambda known: _n_different(known, wanted))
        return _fill_in(text, same_length[nearest])


def _n_different(a: str, b: str) -> int:
    return sum(x != y for x, y in zip(a, b, strict=True))


def _fill_in(text: str, template: DateExample) -> str:
    year, month, day = (
        "".join(c for c, f in zip(text, template.fields, strict=True) if f == letter)
        for letter in "YMD"
    )
    if not month.isdigit():
        month = template.iso[5:7]
    if not (year.isdigit() and day.isdigit()):
        return UNREADABLE
    return f"{_four_digits(year)}-{int(month):02d}-{int(day):02d}"


def _four_digits(year: str) -> str:
    """Complete a year of two digits from the only century that `YEARS` allows."""
    if len(year) == 4:
        return year
    return str(next((y for y in YEARS if y % 100 == int(year)), year))
