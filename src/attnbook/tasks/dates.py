"""Dates as people write them in many languages, to be rewritten as ISO 8601.

The data is real: the patterns and the names of months and weekdays come from the
Unicode CLDR, through Babel. ``"Dienstag, 4. März 2025"`` becomes ``"2025-03-04"``.

Read from the bottom up: `split_days` and `make_dates` are what a chapter calls.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
from babel import Locale, UnknownLocaleError
from babel import __version__ as babel_version
from babel.dates import DateTimeFormat, tokenize_pattern

LOCALES = ("de_DE", "en_GB", "es_ES", "fr_FR", "hu_HU", "pl_PL", "tr_TR", "en_US")
STYLES = ("short", "medium", "long", "full")
YEARS = range(1970, 2040)  # under a hundred: two digits of a year then name one year

ISO_FIELDS = "YYYY-MM-DD"
FIELD_NAMES = {"Y": "year", "M": "month", "D": "day"}
NO_FIELD = "."
_FIELD_OF_CODE = {"y": "Y", "M": "M", "L": "M", "d": "D"}  # letters of a CLDR pattern

Notation = tuple[str, str]  # a locale and a style, such as ("de_DE", "long")


@dataclass(frozen=True)
class DateExample:
    """One date as somebody would write it, with its answer.

    Attributes:
        text: The source, ``"4 March 2025"``.
        iso: The target, ``"2025-03-04"``.
        fields: One letter for each character of ``text``: ``Y``, ``M`` or ``D`` where
            the character belongs to the year, month or day, ``.`` elsewhere.
        locale: Whose notation this is, ``"en_GB"``.
        style: One of CLDR's four styles, ``"long"``.
    """

    text: str
    iso: str
    fields: str
    locale: str
    style: str

    @property
    def answer(self) -> str:
        """What a model should write."""
        return self.iso


@dataclass(frozen=True)
class DaySplits:
    """Three lists of days that share no day."""

    train: list[date]
    validation: list[date]
    test: list[date]


@cache
def _find_locale(locale: str) -> Locale:
    try:
        return Locale.parse(locale)
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(
            f"unknown locale {locale!r}: Babel {babel_version} has no data for it; "
            "write it as language_TERRITORY, such as 'en_GB'"
        ) from error


@cache
def _pattern_tokens(locale: str, style: str) -> list[tuple[str, str]]:
    """Cut a CLDR pattern: ``[("d", "d"), ("", ". "), ("M", "MMMM"), ...]``."""
    if style not in STYLES:
        raise ValueError(
            f"unsupported style {style!r}: choose from {', '.join(STYLES)}"
        )
    pattern = _find_locale(locale).date_formats[style].pattern
    return [
        (token[0], token[0] * token[1]) if kind == "field" else ("", token)
        for kind, token in tokenize_pattern(pattern)
    ]


def _write_pieces(day: date, notation: Notation) -> list[tuple[str, str]]:
    """Write a day piece by piece, each with the CLDR letter of its field, if any."""
    names = DateTimeFormat(day, _find_locale(notation[0]))
    tokens = _pattern_tokens(*notation)
    return [(code, names[token] if code else token) for code, token in tokens]


def write_date(day: date, notation: Notation) -> DateExample:
    """Write one day in one notation, and note which character belongs to which field.

    The text is put together field by field from the CLDR pattern, so the fields are
    known, not guessed; the whole equals ``babel.dates.format_date``.

    Raises:
        ValueError: If Babel doesn't know the locale, or the style is none of `STYLES`.

    Example:
        >>> example = write_date(date(2025, 3, 4), ("en_GB", "full"))
        >>> for line in (example.text, example.fields, example.iso):
        ...     print(line)
        Tuesday, 4 March 2025
        .........D.MMMMM.YYYY
        2025-03-04
    """
    pieces = _write_pieces(day, notation)
    text = "".join(piece for _, piece in pieces)
    fields = "".join(
        _FIELD_OF_CODE.get(code, NO_FIELD) * len(piece) for code, piece in pieces
    )
    return DateExample(text, day.isoformat(), fields, *notation)


def all_days(years: range = YEARS) -> list[date]:
    """List every day of the years, in order.

    Raises:
        ValueError: If there are no years.

    Example:
        >>> len(all_days(range(2023, 2025)))  # 365 + 366
        731
    """
    if not years:
        raise ValueError(f"{years} holds no year")
    first = date(min(years), 1, 1)
    n_days = (date(max(years), 12, 31) - first).days + 1
    return [first + timedelta(days=n) for n in range(n_days)]


def ambiguous_texts(examples: Iterable[DateExample]) -> list[str]:
    """Find the texts that stand for more than one date.

    Example:
        >>> day, other = date(2025, 3, 4), date(2025, 4, 3)
        >>> spain, america = ("es_ES", "short"), ("en_US", "short")
        >>> ambiguous_texts([write_date(day, spain), write_date(other, america)])
        ['4/3/25']
    """
    meanings: dict[str, set[str]] = {}
    for example in examples:
        meanings.setdefault(example.text, set()).add(example.iso)
    return sorted(text for text, isos in meanings.items() if len(isos) > 1)


def _write_all(days: list[date], notation: Notation) -> dict[str, date]:
    locale, tokens = _find_locale(notation[0]), _pattern_tokens(*notation)
    texts = {}
    for day in days:
        names = DateTimeFormat(day, locale)
        texts["".join(names[token] if code else token for code, token in tokens)] = day
    return texts


def _contradicts(texts: dict[str, date], meaning: dict[str, date]) -> bool:
    return any(meaning.get(text, day) != day for text, day in texts.items())


@cache
def unambiguous_notations(
    locales: tuple[str, ...] = LOCALES,
    styles: tuple[str, ...] = STYLES,
    years: range = YEARS,
) -> tuple[Notation, ...]:
    """Keep the notations in which no text of these years can mean two dates.

    Every day is written in every notation. A notation is left out when one of its
    texts stands for two days, or for another day in a notation listed before it:
    ``"4/3/25"`` is 4 March in Spain and April 3 in the United States, so with
    `LOCALES` the pair ``("en_US", "short")`` goes.

    Returns:
        The pairs (locale, style) that remain, in order.

    Raises:
        ValueError: If Babel doesn't know a locale, or a style is none of `STYLES`.

    Example:
        >>> unambiguous_notations(("es_ES", "en_US"), ("short",), range(2025, 2026))
        (('es_ES', 'short'),)
    """
    days = all_days(years)
    meaning: dict[str, date] = {}
    kept = []
    for notation in [(locale, style) for locale in locales for style in styles]:
        texts = _write_all(days, notation)
        if len(texts) == len(days) and not _contradicts(texts, meaning):
            meaning |= texts
            kept.append(notation)
    return tuple(kept)


def split_days(
    rng: np.random.Generator,
    *,
    n_train: int,
    n_validation: int,
    n_test: int,
    years: range = YEARS,
) -> DaySplits:
    """Draw three lists of days that share no day.

    The split is by day, not by text: a day held out for the test is seen in training
    in no language at all, so that nothing can be remembered, only read.

    Raises:
        ValueError: If more days are asked for than the years have, or none.

    Example:
        >>> splits = split_days(
        ...     np.random.default_rng(0), n_train=5, n_validation=3, n_test=2
        ... )
        >>> len(set(splits.train + splits.validation + splits.test))
        10
    """
    days = all_days(years)
    sizes = (n_train, n_validation, n_test)
    if min(sizes) < 1 or sum(sizes) > len(days):
        raise ValueError(
            f"n_train, n_validation, n_test = {sizes}: each must be at least 1 and "
            f"together at most the {len(days)} days of the years"
        )
    drawn = [days[i] for i in rng.choice(len(days), size=sum(sizes), replace=False)]
    return DaySplits(
        drawn[:n_train],
        drawn[n_train : n_train + n_validation],
        drawn[n_train + n_validation :],
    )


def make_dates(
    days: Sequence[date],
    notations: Sequence[Notation],
    rng: np.random.Generator,
    *,
    per_day: int = 4,
) -> list[DateExample]:
    """Write each day in a few notations drawn at random.

    Args:
        days: The days, for instance ``splits.train``.
        notations: What to draw from; `unambiguous_notations` gives a safe list.
        rng: The generator that draws.
        per_day: How many different notations each day is written in.

    Raises:
        ValueError: If there are no days, or fewer notations than ``per_day``, or a
            notation is unknown.

    Example:
        >>> days = [date(2025, 3, 4)]
        >>> [e.text for e in make_dates(
        ...     days, [("fr_FR", "long")], np.random.default_rng(0), per_day=1)]
        ['4 mars 2025']
    """
    if not days:
        raise ValueError("the list of dates is empty: give at least one day to write")
    if not 1 <= per_day <= len(notations):
        raise ValueError(
            f"per_day={per_day} must lie between 1 and the number of notations, "
            f"here {len(notations)}"
        )
    return [
        write_date(day, notations[i])
        for day in days
        for i in rng.choice(len(notations), size=per_day, replace=False)
    ]
