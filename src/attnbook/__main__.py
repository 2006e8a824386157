"""The command line of the book: ``attnbook --help`` lists its commands."""

import argparse
import os
import sys

_EXAMPLES = """\
examples:
  attnbook list
  attnbook hint stable_softmax
  attnbook hint stable_softmax 2
  attnbook score exercises/scores-and-temperature/exercise.ipynb
  attnbook progress --html progress.html
  attnbook solution stable_softmax
for teachers:
  attnbook doctor
  attnbook release scores-and-temperature --out week-1.zip
  attnbook grade submissions.zip --out results --hidden ../hidden
  attnbook export results --format moodle --fill worksheet.csv --out filled.csv
`attnbook COMMAND --help` tells more.
"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not, 130 if interrupted."""
    if hasattr(sys.stdout, "reconfigure"):  # a console may not know the tick
        sys.stdout.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    try:
        said = options.run(options)
    except ValueError as error:
        print(f"attnbook: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nattnbook: stopped", file=sys.stderr)
        return 130
    if isinstance(said, int):
        return said
    _print(said)
    return 0


def _print(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:  # who reads has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    from attnbook.commands import add_all

    parser = argparse.ArgumentParser(
        prog="attnbook",
        description="The exercises of The Attention Book: score, ask, practise, grade.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(run=lambda _: parser.format_help())  # without a command
    add_all(parser.add_subparsers(metavar="COMMAND"))
    return parser


if __name__ == "__main__":
    sys.exit(main())
