"""Command line: ``python -m attnbook.scaffold {chapter,widget,exercise}``."""

import argparse
import os
import sys
from pathlib import Path

from attnbook.notebooks.discover import book_root
from attnbook.notebooks.files import NotebookError

_AFTER_CHAPTER = """\
Next, change it into yours, cell by cell (STYLE.md says how), then:
  make notebooks NOTEBOOKS={first}
  make lint
  make book"""
_AFTER_WIDGET = """\
Next, change drawing, numbers and test into yours (STYLE.md says how), then:
  {python} -m pytest {test}
To show it, put `from attnbook.widgets import {name}` and `{name}()` into a chapter."""
_AFTER_EXERCISE = """\
Next, change task, checks and mistakes into yours (CONTRIBUTING.md says how), then:
  make exercises
  {python} -m pytest tests/exercises"""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 if all is well, 1 if not."""
    options = _parser().parse_args(arguments)
    try:
        options.run(book_root(), options)
    except (ValueError, NotebookError) as error:
        print(f"scaffold: {error}", file=sys.stderr)
        return 1
    return 0


def _chapter(root: Path, options: argparse.Namespace) -> None:
    # Imported late: it takes seconds, in which --help should not wait.
    from attnbook.scaffold.make import new_chapter

    is_new = not (root / "chapters" / options.part).exists()
    made = new_chapter(root, options.part, options.name, options.title)
    _report(made, changed=1)
    if is_new:
        print(f"chapters/{options.part} is a new part of the book")
    print(_AFTER_CHAPTER.format(first=os.path.relpath(made[0])))


def _widget(root: Path, options: argparse.Namespace) -> None:
    from attnbook.scaffold.make import new_widget

    made = new_widget(root, options.name)
    _report(made, changed=1)
    test = os.path.relpath(made[3])
    python = os.path.relpath(sys.executable)
    print(_AFTER_WIDGET.format(python=python, test=test, name=options.name))


def _exercise(root: Path, options: argparse.Namespace) -> None:
    from attnbook.scaffold.exercise import new_exercise

    for path in new_exercise(root, options.name):
        print(f"made    {os.path.relpath(path)}")
    print(_AFTER_EXERCISE.format(python=os.path.relpath(sys.executable)))


def _report(files: list[Path], *, changed: int) -> None:
    """Print what was made and, the last ones, what was changed."""
    for path in files[:-changed]:
        print(f"made    {os.path.relpath(path)}")
    for path in files[-changed:]:
        print(f"changed {os.path.relpath(path)}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m attnbook.scaffold",
        description="Begin a chapter, a widget or a set of exercises from a template "
        "that already works.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    chapter = commands.add_parser(
        "chapter", help="a notebook, and its line in _toc.yml"
    )
    chapter.add_argument("part", help="the folder of its part, such as 2-concepts")
    chapter.add_argument("name", help="its name, such as soft-lookup")
    chapter.add_argument("title", help='its heading, such as "Soft lookup"')
    chapter.set_defaults(run=_chapter)
    widget = commands.add_parser("widget", help="a slider, a drawing and their test")
    widget.add_argument("name", help="its name, such as mask_explorer")
    widget.set_defaults(run=_widget)
    exercise = commands.add_parser("exercise", help="tasks, checks and known mistakes")
    exercise.add_argument("name", help="the name of its chapter, such as soft-lookup")
    exercise.set_defaults(run=_exercise)
    return parser


if __name__ == "__main__":
    sys.exit(main())
