"""Numbers in words, to be translated: a text whose length grows with the number.

The names come from the package num2words. ``"two thousand and seventy one"`` becomes
``"deux mille soixante et onze"``.

Read from the bottom up: `split_numbers` and `name_numbers` are what a chapter calls.

Chapter: 1-background/why-attention.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from num2words import num2words

DIGITS = range(4, 13)  # from 1,000 to 999,999,999,999


@dataclass(frozen=True)
class NumberExample:
    """One number, named in two languages.

    Attributes:
        number: The number.
        text: The source, its name in one language, a space between two words.
        answer: The target, its name in another language.
    """

    number: int
    text: str
    answer: str


@dataclass(frozen=True)
class NumberSplits:
    """Three lists of numbers that share no number."""

    train: list[int]
    validation: list[int]
    test: list[int]


def name_number(number: int, language: str) -> str:
    """Write a number in words, with one space between two words and nothing else.

    Hyphens become spaces and commas go: ``"quatre-vingts"`` is two words here. The
    small words stay, the English "and" as well as the French "et".

    Raises:
        ValueError: If num2words doesn't know the language.

    Example:
        >>> name_number(2071, "en"), name_number(2071, "fr")
        ('two thousand and seventy one', 'deux mille soixante et onze')
    """
    try:
        name = num2words(number, lang=language)
    except NotImplementedError as error:
        raise ValueError(
            f"num2words knows no language {language!r}: write it as 'fr' or 'es'"
        ) from error
    return " ".join(name.replace(",", " ").replace("-", " ").split())


def name_numbers(
    numbers: Iterable[int], *, source: str = "en", target: str = "fr"
) -> list[NumberExample]:
    """Name each number in two languages.

    Raises:
        ValueError: If num2words doesn't know a language.

    Example:
        >>> name_numbers([80])
        [NumberExample(number=80, text='eighty', answer='quatre vingts')]
    """
    return [
        NumberExample(n, name_number(n, source), name_number(n, target))
        for n in numbers
    ]


def _draw_with_digits(rng: np.random.Generator, n_digits: int, size: int) -> list[int]:
    first = 10 ** (n_digits - 1)
    if size > 9 * first:
        raise ValueError(
            f"{size} numbers of {n_digits} digits are asked for, and there are only "
            f"{9 * first}: ask for fewer, or begin with more digits"
        )
    return (first + rng.choice(9 * first, size=size, replace=False)).tolist()


def split_numbers(
    rng: np.random.Generator,
    *,
    n_train: int,
    n_validation: int,
    n_test: int,
    digits: range = DIGITS,
) -> NumberSplits:
    """Draw three lists of numbers that share no number, as many of each digit count.

    Drawn evenly from all numbers of at most twelve digits, nine of ten would have
    twelve; so each list holds as many of four digits as of twelve.

    Raises:
        ValueError: If a size is not a multiple of the number of digit counts, or more
            numbers are asked for than there are.

    Example:
        >>> splits = split_numbers(
        ...     np.random.default_rng(0),
        ...     n_train=4, n_validation=2, n_test=2, digits=range(2, 4),
        ... )
        >>> [[len(str(n)) for n in part] for part in (splits.train, splits.test)]
        [[2, 3, 2, 3], [2, 3]]
    """
    sizes = (n_train, n_validation, n_test)
    if min(sizes) < 1 or any(size % len(digits) for size in sizes):
        raise ValueError(
            f"n_train, n_validation, n_test = {sizes}: each must be a multiple of the "
            f"{len(digits)} digit counts of {digits}"
        )
    columns = [_draw_with_digits(rng, n, sum(sizes) // len(digits)) for n in digits]
    drawn = [n for row in zip(*columns, strict=True) for n in row]
    return NumberSplits(
        drawn[:n_train],
        drawn[n_train : n_train + n_validation],
        drawn[n_train + n_validation :],
    )
