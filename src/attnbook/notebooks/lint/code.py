"""Rules on the code that readers see: short cells, and no look of its own."""

import ast
import re
from collections.abc import Iterator
from math import ceil
from statistics import median

from attnbook.notebooks.lint.page import WHOLE, Page, Problem

_MEDIAN, _NINE_TENTHS, _MOST, _COLUMNS = 6, 15, 20, 80
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}(?:[0-9a-fA-F]{2})?")
_COLOUR_ARGUMENTS = {"c", "color", "colors", "cmap", "edgecolor", "facecolor"}
_FORBIDDEN = {
    "rcParams": "the look is set by use_book_style() alone",
    "plt.show": "the figure shows without it",
    "plt.rc(": "the look is set by use_book_style() alone",
    "plt.style": "the look is set by use_book_style() alone",
}


def cells_are_short(page: Page) -> Iterator[Problem]:
    """One idea a cell: half of them fit into six lines, none exceeds twenty."""
    sizes = sorted(len(cell.lines) for cell in page.code)
    for cell in page.code:
        if len(cell.lines) > _MOST:
            yield cell.problem(
                f"has {len(cell.lines)} lines; at most {_MOST}: split it"
            )
    if sizes and median(sizes) > _MEDIAN:
        yield Problem(
            WHOLE, f"the median cell has {median(sizes):g} lines; at most {_MEDIAN}"
        )
    if sizes and (large := sizes[ceil(0.9 * len(sizes)) - 1]) > _NINE_TENTHS:
        yield Problem(
            WHOLE, f"one cell in ten has {large} lines or more; at most {_NINE_TENTHS}"
        )


def lines_are_narrow(page: Page) -> Iterator[Problem]:
    """No code is wider than the page."""
    for cell in page.code:
        longest = max(map(len, cell.lines), default=0)
        if longest > _COLUMNS:
            yield cell.problem(f"has a line of {longest} columns; at most {_COLUMNS}")


def no_own_look(page: Page) -> Iterator[Problem]:
    """Colours and settings of figures live in attnbook.plotting."""
    for cell in page.code:
        for word, reason in _FORBIDDEN.items():
            if word in cell.source:
                yield cell.problem(f"uses {word.rstrip('(')}; remove it: {reason}")
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Constant) and _is_hex(node.value):
                yield cell.problem(
                    f"names the colour {node.value}; take it from COLOURS"
                )
            elif isinstance(node, ast.keyword) and _chooses_colour(node):
                yield cell.problem(
                    f"sets {node.arg}={node.value.value!r}; take it from COLOURS"
                )


def _is_hex(value: object) -> bool:
    return isinstance(value, str) and _HEX.fullmatch(value) is not None


def _chooses_colour(keyword: ast.keyword) -> bool:
    constant = isinstance(keyword.value, ast.Constant)
    if not (constant and keyword.arg in _COLOUR_ARGUMENTS):
        return False
    value = keyword.value.value
    return isinstance(value, str) and not _is_hex(value) and value != "none"


RULES = (cells_are_short, lines_are_narrow, no_own_look)
