"""Turn a docstring into Markdown, so that a page shows formulas and not their code."""

import re
import textwrap
from collections.abc import Iterator

_SECTION = re.compile(r"^(Args|Attributes|Returns|Raises|Note|Example|Chapter|Source):")
_LISTS = ("Args", "Attributes", "Raises")


def as_markdown(docstring: str) -> str:
    r"""Write a Google-style docstring as Markdown.

    Args:
        docstring: The text without its common indent, as `inspect.cleandoc` gives it.

    Example:
        >>> print(as_markdown("Double it.\n\nArgs:\n    x: A number :math:`x`."))
        Double it.
        <BLANKLINE>
        **Args**
        <BLANKLINE>
        - `x`: A number $x$.
    """
    parts = []
    for title, body in _sections(docstring):
        if title:
            parts.append(f"**{title}**")
        parts += _entries(body) if title in _LISTS else _paragraphs(body)
    return "\n\n".join(parts)


def _sections(docstring: str) -> Iterator[tuple[str, str]]:
    """Yield each section's title and its text; what comes first has no title."""
    title, lines = "", []
    for line in docstring.splitlines():
        found = _SECTION.match(line)
        if found:
            yield title, _dedented(lines)
            title, lines = found[1], [line[found.end() :].strip()]
        else:
            lines.append(line)
    yield title, _dedented(lines)


def _dedented(lines: list[str]) -> str:
    first, rest = lines[0], textwrap.dedent("\n".join(lines[1:]))
    return f"{first}\n{rest}".strip("\n")


def _entries(body: str) -> list[str]:
    """Write ``name: text`` entries, whose further lines are indented, as a list."""
    joined = re.sub(r"\n +", " ", body)
    items = [line.partition(": ") for line in joined.splitlines() if line]
    return ["\n".join(f"- `{name}`: {_inline(text)}" for name, _, text in items)]


def _paragraphs(body: str) -> list[str]:
    blocks = re.split(r"\n\s*\n", body)
    return [_paragraph(block) for block in blocks if block.strip()]


def _paragraph(block: str) -> str:
    if block.startswith(".. math::"):
        formula = textwrap.dedent(block.removeprefix(".. math::"))
        return f"$$\n{formula.strip()}\n$$"
    if block.startswith(">>>"):
        return f"```pycon\n{block}\n```"
    return _inline(block)


def _inline(text: str) -> str:
    text = re.sub(r":math:`([^`]+)`", r"$\1$", text)
    return re.sub(r"``([^`]+)``", r"`\1`", text)
