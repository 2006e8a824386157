"""Command line: ``python -m attnbook.notebooks {execute,lint,list}``."""

import argparse
import os
import sys
from pathlib import Path

from attnbook.notebooks.discover import (
    book_notebooks,
    book_root,
    exercise_notebooks,
)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not, 130 if interrupted."""
    options = _parser().parse_args(arguments)
    try:
        paths = options.paths or _of_the_book()
        return options.run(paths, options)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped; the notebook that was running keeps its old outputs")
        return 130


def _execute(paths: list[Path], options: argparse.Namespace) -> int:
    # Imported late: it takes seconds, in which --help should not wait.
    from attnbook.notebooks.execute import execute_all

    failed = execute_all(paths, timeout=options.timeout)
    print(f"{len(paths) - failed} of {len(paths)} notebooks ran")
    return min(failed, 1)


def _lint(paths: list[Path], _: argparse.Namespace) -> int:
    from attnbook.notebooks.lint import lint_notebook

    found = [line for path in paths for line in lint_notebook(path)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"notebooks: {len(paths)}, problems: {len(found)}")
    return min(len(found), 1)


def _list(paths: list[Path], _: argparse.Namespace) -> int:
    print(*paths, sep="\n")
    return 0


def _of_the_book() -> list[Path]:
    root = book_root()
    paths = book_notebooks(root) + exercise_notebooks(root)
    return [Path(os.path.relpath(path)) for path in paths]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attnbook.notebooks",
        description="Care for the book's notebooks.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    execute = _command(
        commands,
        "execute",
        "run notebooks and store their outputs, byte-stably",
        _execute,
    )
    execute.add_argument(
        "--timeout",
        type=int,
        default=600,
        metavar="SECONDS",
        help="longest that one cell may take (default: %(default)s)",
    )
    _command(commands, "lint", "say what would mislead a reader, and what to do", _lint)
    _command(
        commands,
        "list",
        "print the notebooks of the book, in order, then the exercises",
        _list,
    )
    return parser


def _command(commands, name: str, summary: str, run) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=f"{summary}.")
    command.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="NOTEBOOK",
        help="a notebook; all of the book and the exercises if none is given",
    )
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
