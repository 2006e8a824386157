"""Words that more than one command says."""

import difflib
from collections.abc import Iterable


def counted(number: int, noun: str) -> str:
    """Write how many there are of something.

    Example:
        >>> counted(1, "set"), counted(2, "set")
        ('1 set', '2 sets')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def meant(name: str, known: Iterable[str]) -> str:
    """Ask whether a known name was meant; else say where the names are listed.

    Example:
        >>> meant("Maks", ["soft-lookup", "masks"]), meant("poetry", ["masks"])
        ('did you mean masks?', 'see `attnbook list`')
    """
    plain = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(name.casefold(), plain, n=1)
    return f"did you mean {plain[near[0]]}?" if near else "see `attnbook list`"
