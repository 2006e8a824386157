"""Command line for authors: ``python -m attnbook.grading generate``.

Learners have ``attnbook``; see ``attnbook --help``.
"""

import argparse
import sys
from pathlib import Path

from attnbook.grading.sets import exercises_folder


def main(arguments: list[str] | None = None) -> int:
    """Make learners' notebooks; return 0 if all is well, else 1."""
    options = _parser().parse_args(arguments)
    # Imported late: it takes a second, in which --help should not wait.
    from attnbook.grading.generate import SOLUTION, generate_exercise
    from attnbook.notebooks.files import NotebookError

    try:
        folders = options.folders or [
            path.parent for path in sorted(exercises_folder().glob(f"*/{SOLUTION}"))
        ]
        for folder in folders:
            changed = generate_exercise(folder)
            print(f"{folder.name}: {'written' if changed else 'unchanged'}")
    except (ValueError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attnbook.grading",
        description="Care for the exercises.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    summary = "make each exercise.ipynb from its solution.ipynb"
    command = commands.add_parser(
        "generate",
        help=summary,
        description=f"{summary}; `make exercises` also runs it and stores its outputs.",
    )
    command.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="the folder of a set; all sets if none is given",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
