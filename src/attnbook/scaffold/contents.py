"""Add a chapter to ``_toc.yml`` without touching its order, comments or spacing."""

import re

_CAPTION = re.compile(r"^(?P<indent> *)- caption:")
_CHAPTER = re.compile(r"^(?P<indent> *)- file: *['\"]?chapters/(?P<part>\d-[a-z]+)/")


def with_chapter(toc: str, part: str, name: str) -> str:
    r"""Return the table of contents with one more chapter, the last of its part.

    A part that has none yet gets a caption, after all parts of lower number.

    Args:
        toc: The text of ``_toc.yml``.
        part: A folder, such as ``2-concepts``.
        name: The notebook's name without its ending.

    Raises:
        ValueError: If the text has no place for a part.

    Example:
        >>> toc = "parts:\n  - caption: Concepts\n    chapters:\n"
        >>> toc += "      - file: chapters/2-concepts/soft-lookup\n"
        >>> print(with_chapter(toc, "2-concepts", "masks").splitlines()[-1])
              - file: chapters/2-concepts/masks
    """
    lines = toc.splitlines()
    entry = f"- file: chapters/{part}/{name}"
    own = [i for i, found in _chapters(lines) if found["part"] == part]
    if own:
        indent = _CHAPTER.match(lines[own[0]])["indent"]
        lines.insert(_end(lines, own[-1], len(indent)), indent + entry)
    else:
        at, indent = _place(lines, part)
        caption = f"- caption: {part[2:].capitalize()}"
        block = [caption, "  chapters:", f"    {entry}"]
        lines[at:at] = [indent + line for line in block]
    return "\n".join(lines) + "\n"


def _chapters(lines: list[str]) -> list[tuple[int, re.Match[str]]]:
    matches = [(i, _CHAPTER.match(line)) for i, line in enumerate(lines)]
    return [(i, match) for i, match in matches if match]


def _place(lines: list[str], part: str) -> tuple[int, str]:
    """Return where the block of a new part begins, and how far it is indented."""
    captions = [i for i, line in enumerate(lines) if _CAPTION.match(line)]
    if not captions:
        raise ValueError("_toc.yml has no `- caption:`, so no place for a part")
    indent = _CAPTION.match(lines[captions[0]])["indent"]
    lower = [i for i, found in _chapters(lines) if found["part"] < part]
    higher = [i for i, found in _chapters(lines) if found["part"] > part]
    if lower:
        return _end(lines, lower[-1], len(indent)), indent
    if higher:
        return max(i for i in captions if i < higher[0]), indent
    return len(lines), indent


def _end(lines: list[str], at: int, indent: int) -> int:
    """Return the line after an entry and all that is indented below it."""
    at += 1
    while at < len(lines) and lines[at].strip() and _depth(lines[at]) > indent:
        at += 1
    return at


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())
