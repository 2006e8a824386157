"""Command line for authors: ``python -m attnbook.grading generate`` and ``solutions``.

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
    from attnbook.notebooks.files import NotebookError

    try:
        options.run(options)
    except (ValueError, NotebookError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _generate(options: argparse.Namespace) -> None:
    from attnbook.grading.generate import SOLUTION, generate_exercise

    folders = options.folders or [
        path.parent for path in sorted(exercises_folder().glob(f"*/{SOLUTION}"))
    ]
    for folder in folders:
        changed = generate_exercise(folder)
        print(f"{folder.name}: {'written' if changed else 'unchanged'}")


def _solutions(options: argparse.Namespace) -> None:
    from attnbook.grading.solution_pages import write_solution_book

    pages = write_solution_book(exercises_folder().parent, options.folder)
    print(
        f"{len(pages)} pages of solutions, in the sources of a book: {options.folder}"
    )


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
    command.set_defaults(run=_generate)
    summary = "write the sources of a book with a page of solutions for each set"
    command = commands.add_parser(
        "solutions",
        help=summary,
        description=f"{summary}; `make book SOLUTIONS=1` also builds it.",
    )
    command.add_argument(
        "folder", type=Path, metavar="FOLDER", help="what is in it goes"
    )
    command.set_defaults(run=_solutions)
    return parser


if __name__ == "__main__":
    sys.exit(main())
