"""Rules on the text: one sentence a line, and none of the words that wave hands."""

import re
from collections.abc import Iterator

from attnbook.notebooks.lint.page import Cell, Page, Problem

_HIDDEN = re.compile(
    "|".join(
        (
            r"```.*?```",  # code
            r"`[^`\n]*`",
            r"\$\$.*?\$\$",  # formulas
            r"\$[^$\n]+\$",
            r"(?<![*\n])\*(?![*\s])[^*\n]+\*(?!\*)",  # quoted material in italics
            r"<!--.*?-->",
            r"<[^>\n]+>",
            r"\]\([^)]*\)",  # where a link leads
        )
    ),
    re.DOTALL,
)
_LABEL = re.compile(r"^[>\s]*(?:[-*]\s+|\d+\.\s+)?(?:\*\*[^*]+\*\*\s*)?")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|et al|cf|vs|etc|approx|ca|Fig|Eq|Sec|Ch|No|pp?|Dr|Mrs?|St|[A-Z])\."
)
_NEXT_SENTENCE = re.compile(r"[.!?][\"'”’)*_\]]*\s+[\"'“‘(*_\[]*[A-Z\d]")
_WAVES = re.compile(
    r"\b(?:obvious|obviously|of course|simply|trivially|clearly|"
    r"easy to see|easily seen|needless to say|"
    r"just(?! (?:as|like|before|after|above|below|now|under|over)\b))\b",
    re.IGNORECASE,
)


def one_sentence_a_line(page: Page) -> Iterator[Problem]:
    """A change then touches one line, and a translation follows line by line."""
    for cell, line in _lines(page):
        text = _ABBREVIATION.sub("", _LABEL.sub("", line))
        if _NEXT_SENTENCE.search(text):
            yield cell.problem(
                f"has two sentences in one line: {_short(line)!r}; break the line"
            )


def no_waving(page: Page) -> Iterator[Problem]:
    """What is obvious to the author is not so to who needs the sentence."""
    for cell, line in _lines(page):
        for word in _WAVES.findall(line):
            yield cell.problem(
                f"says {word!r} in {_short(line)!r}; leave the word out or explain"
            )


def _lines(page: Page) -> Iterator[tuple[Cell, str]]:
    """Yield lines of running text, without code, formulas, tables and headings."""
    for cell in page.markdown:
        text = _HIDDEN.sub(_blank, cell.source)
        for line in text.splitlines():
            if line.strip() and not line.lstrip("> ").startswith(("|", "#")):
                yield cell, line


def _blank(match: re.Match) -> str:
    """Keep a stand-in, which is a word, and the line breaks."""
    return "x" + "\n" * match[0].count("\n")


def _short(line: str) -> str:
    line = line.strip("> ")
    return line if len(line) <= 60 else f"{line[:57]}..."


RULES = (one_sentence_a_line, no_waving)
