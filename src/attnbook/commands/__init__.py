"""The commands of ``attnbook``, one module for those of a kind.

A module has a function ``add(commands)`` that adds its commands with `command`, and
stands in `add_all`. What a command runs takes the options and returns the text to
print, or the exit status if it has printed by itself. It imports late: ``--help``
must not wait for NumPy.
"""

import argparse
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

_WIDTH = 78  # of a help text


def add_all(commands: Any) -> None:
    """Add every command, in the order of the help text."""
    from attnbook.commands import learners, marks, packages, teachers

    for module in (learners, teachers, marks, packages):
        module.add(commands)


def command(
    commands: Any,
    name: str,
    summary: str,
    more: str,
    run: Callable[[argparse.Namespace], str | int],
    examples: Sequence[str] = (),
) -> argparse.ArgumentParser:
    """Add one command; give its parser, to add arguments to."""
    description = f"{summary[0].upper()}{summary[1:]}. {more}"
    shown = "".join(f"\n  attnbook {name} {example}".rstrip() for example in examples)
    added = commands.add_parser(
        name,
        help=summary,
        description=textwrap.fill(description, _WIDTH, break_on_hyphens=False),
        epilog=f"examples:{shown}" if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    added.set_defaults(run=run)
    return added
