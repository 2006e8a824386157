"""Dates unlike those of training, to find out what a model hasn't learnt.

Chapter: 5-applications/translation-with-attention.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from attnbook.tasks.dates import (
    DateExample,
    Notation,
    all_days,
    make_dates,
    unambiguous_notations,
)

UNSEEN_LOCALES = {
    "Dutch": "nl_NL",
    "Portuguese": "pt_PT",
    "Croatian": "hr_HR",
    "Finnish": "fi_FI",
}
OTHER_YEARS = {
    "years 1900-1969": range(1900, 1970),
    "years 2040-2099": range(2040, 2100),
}


def has_month_name(example: DateExample, *, at_least: int = 4) -> bool:
    """Tell whether the month is a name of at least so many letters.

    Example:
        >>> has_month_name(
        ...     DateExample("4 May 2025", "2025-05-04", "D.MMM.YYYY", "en_GB", "long")
        ... )
        False
    """
    month = [c for c, f in zip(example.text, example.fields, strict=True) if f == "M"]
    return len(month) >= at_least and "".join(month).isalpha()


def drop_month_letter(example: DateExample, rng: np.random.Generator) -> DateExample:
    """Make a typing error: leave out one letter of the month, not its first.

    Raises:
        ValueError: If the month is no name of two letters or more.

    Example:
        >>> example = DateExample(
        ...     "9 Mai 2025", "2025-05-09", "D.MMM.YYYY", "de_DE", "medium"
        ... )
        >>> drop_month_letter(example, np.random.default_rng(0)).text
        '9 Ma 2025'
    """
    if not has_month_name(example, at_least=2):
        raise ValueError(f"the month of {example.text!r} is no name to misspell")
    inner = range(example.fields.index("M") + 1, example.fields.rindex("M") + 1)
    at = int(rng.choice(inner))
    return replace(
        example,
        text=example.text[:at] + example.text[at + 1 :],
        fields=example.fields[:at] + example.fields[at + 1 :],
    )


def misspell(
    examples: Sequence[DateExample], rng: np.random.Generator
) -> list[DateExample]:
    """Misspell the month wherever it is a name of four letters or more."""
    return [drop_month_letter(e, rng) for e in examples if has_month_name(e)]


def make_probes(
    examples: Sequence[DateExample],
    notations: Sequence[Notation],
    rng: np.random.Generator,
) -> dict[str, list[DateExample]]:
    """Write dates in other languages, of other years, and with typing errors.

    Args:
        examples: Dates that were held out; the probes are of the same days, except
            where the years are other ones.
        notations: Those of training; other years are written in the long ones, since
            the short ones cut the century off.
        rng: Draws notations, days and errors.
    """
    days = sorted({date.fromisoformat(example.iso) for example in examples})
    probes = {
        name: make_dates(days, unambiguous_notations((locale,)), rng, per_day=2)
        for name, locale in UNSEEN_LOCALES.items()
    }
    in_full = [n for n in notations if n[1] in ("long", "full")]
    for name, years in OTHER_YEARS.items():
        other = rng.choice(all_days(years), size=len(days), replace=False).tolist()
        probes[name] = make_dates(other, in_full, rng, per_day=2)
    probes["a letter missing"] = misspell(examples, rng)
    return probes
