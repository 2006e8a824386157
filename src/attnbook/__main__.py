"""The command line of the book: ``attnbook {score,hint,list}``."""

import argparse
import sys
from pathlib import Path

_EXAMPLES = """\
examples:
  attnbook list
  attnbook hint stable_softmax
  attnbook hint stable_softmax 2
  attnbook score exercises/scores-and-temperature/exercise.ipynb
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not, 130 if interrupted."""
    if hasattr(sys.stdout, "reconfigure"):  # a console may not know the tick
        sys.stdout.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except ValueError as error:
        print(f"attnbook: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nattnbook: stopped", file=sys.stderr)
        return 130
    return 0


def _score(options: argparse.Namespace) -> str:
    from attnbook.grading.score import score_notebook

    return score_notebook(options.notebook)


def _hint(options: argparse.Namespace) -> str:
    from attnbook.grading.notebook import hint_text

    following = f"next: attnbook hint {options.task} {options.number + 1}"
    return hint_text(options.task, options.number, following)


def _list(_: argparse.Namespace) -> str:
    from attnbook.grading.sets import all_sets, exercises_folder

    lines = []
    for exercises in all_sets(exercises_folder()):
        lines.append(f"{exercises.name}")
        lines += [
            f"  {task.name:30} difficulty {task.difficulty}, {task.minutes:2} min, "
            f"{exercises.points(task.name)} points"
            for task in exercises.tasks
        ]
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="attnbook",
        description="Check your answers to the exercises of The Attention Book.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    score = _command(
        commands,
        "score",
        "give the points of a notebook",
        "The notebook runs, as it was last saved, in a process of its own: 10 seconds "
        "a cell, 2 a call, 30 in all. Nothing is written.",
        _score,
    )
    score.add_argument("notebook", type=Path, metavar="FILE.ipynb")
    hint = _command(
        commands,
        "hint",
        "ask a question that may help",
        "The first hint asks a question, the third tells nearly everything.",
        _hint,
    )
    hint.add_argument("task", help="the name of the function, see `attnbook list`")
    hint.add_argument("number", nargs="?", type=int, default=1, help="1, 2 or 3")
    _command(commands, "list", "name all exercises", "", _list)
    return parser


def _command(commands, name: str, summary: str, more: str, run):
    description = f"{summary[0].upper()}{summary[1:]}. {more}"
    command = commands.add_parser(name, help=summary, description=description)
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
