"""The commands of ``attnbook``, one module for those of a kind.

A module has a function ``add(commands)`` that adds its commands with `command`, and
stands in `add_all`. What a command runs takes the options and returns the text to
print, or the exit status if it has printed by itself. It imports late: ``--help``
must not wait for NumPy.
"""

import argparse
from collections.abc import Callable
from typing import Any


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
) -> argparse.ArgumentParser:
    """Add one command; give its parser, to add arguments to."""
    description = f"{summary[0].upper()}{summary[1:]}. {more}"
    added = commands.add_parser(name, help=summary, description=description)
    added.set_defaults(run=run)
    return added
