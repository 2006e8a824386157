"""Baselines without a network: a dictionary of words, and a table of word groups.

Chapter: 1-background/why-attention.
"""

from collections.abc import Iterable

from attnbook.tasks.number_names import NumberExample, name_number
from attnbook.tasks.number_scores import cut_into_groups

_MARKERS = {"billions": "billion", "millions": "million", "thousands": "thousand"}


class WordTable:
    """Translate English into French word by word, each word always the same way.

    Example:
        >>> WordTable().read("two thousand and forty two")
        'deux mille quarante deux'
        >>> WordTable().read("one hundred and seventy one")  # cent soixante et onze
        'un cent soixante dix un'
    """

    def __init__(self):
        named = [*range(20), *range(20, 100, 10)]
        self._french = {name_number(n, "en"): name_number(n, "fr") for n in named}
        self._french |= {"hundred": "cent", "thousand": "mille", "and": ""}
        self._french |= {"million": "millions", "billion": "milliards"}

    def read(self, text: str) -> str:
        """Translate a name; a word that isn't in the table is left out."""
        words = [self._french.get(word, "") for word in text.split()]
        return " ".join(filter(None, words))


class GroupTable:
    """Look whole groups up: what ends in "million", in "thousand", and so on.

    The table is filled from pairs. A group that never occurred in them can't be read.

    Example:
        >>> table = GroupTable([
        ...     NumberExample(2001, "two thousand and one", "deux mille un"),
        ...     NumberExample(1071, "one thousand and seventy one",
        ...                   "mille soixante et onze"),
        ... ])
        >>> table.read("two thousand and seventy one")
        'deux mille soixante et onze'
    """

    def __init__(self, examples: Iterable[NumberExample]):
        self._french: dict[tuple[str, str], str] = {}
        for example in examples:
            french = cut_into_groups(example.answer)
            for group, english in _cut_english(example.text).items():
                self._french[group, english] = french[group]

    def read(self, text: str) -> str:
        """Translate a name; a group that isn't in the table is left out."""
        groups = _cut_english(text).items()
        return " ".join(filter(None, (self._french.get(key, "") for key in groups)))


def _cut_english(name: str) -> dict[str, str]:
    groups, rest = {}, name.split()
    for group, marker in _MARKERS.items():
        n = rest.index(marker) + 1 if marker in rest else 0
        groups[group], rest = " ".join(rest[:n]), rest[n:]
    return groups | {"units": " ".join(rest)}
