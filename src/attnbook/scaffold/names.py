"""Refuse names that would break a page, an import or an address."""

import keyword
import os
import re
from pathlib import Path

_PART = re.compile(r"\d-[a-z]+")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")


def check_part(part: str, root: Path) -> None:
    """Accept a folder of ``chapters/``, or a new one whose number and word are free.

    Raises:
        ValueError: If it is no number and word, or nearly the name of another part.
    """
    taken = sorted(path.name for path in (root / "chapters").glob("[0-9]-*"))
    if not _PART.fullmatch(part):
        raise ValueError(
            f"PART={part!r} is no part: it is a digit and a word, such as "
            f"{taken[0] if taken else '2-concepts'} (there are {', '.join(taken)})"
        )
    number, word = part.split("-")
    near = [name for name in taken if number == name[0] or word == name[2:]]
    if near and part not in taken:
        raise ValueError(f"PART={part!r} is new, and {near[0]} exists: do you mean it?")


def check_slug(name: str) -> None:
    """Accept the name of a page: lower-case words joined by dashes.

    Raises:
        ValueError: If it is anything else.
    """
    if not _SLUG.fullmatch(name):
        raise ValueError(
            f"NAME={name!r} is no name of a page: lower-case words joined by dashes, "
            "without a number in front, such as soft-lookup"
        )


def check_identifier(name: str) -> None:
    """Accept the name of a module: lower-case words joined by underscores.

    Raises:
        ValueError: If it is anything else, or a word of Python.
    """
    if not _IDENTIFIER.fullmatch(name) or keyword.iskeyword(name):
        raise ValueError(
            f"NAME={name!r} is no name of a module: lower-case words joined by "
            "underscores, such as mask_explorer"
        )


def check_title(title: str) -> None:
    """Accept a heading: one line with words.

    Raises:
        ValueError: If it is empty, longer than a line, or marked as a heading.
    """
    if not title.strip() or "\n" in title or title.lstrip().startswith("#"):
        raise ValueError(
            f"TITLE={title!r} is no title: one line without a #, "
            'such as TITLE="Soft lookup"'
        )


def check_free(*paths: Path) -> None:
    """Accept files that do not exist.

    Raises:
        ValueError: If one does; it is left as it is.
    """
    for path in paths:
        if path.exists():
            raise ValueError(
                f"{os.path.relpath(path)} exists and was left as it is: "
                "choose another NAME"
            )
