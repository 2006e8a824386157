"""What learners type: ``attnbook score``, ``hint`` and ``list``."""

import argparse
from pathlib import Path
from typing import Any

from attnbook.commands import command


def add(commands: Any) -> None:
    """Add the commands."""
    score = command(
        commands,
        "score",
        "give the points of a notebook",
        "The notebook runs, as it was last saved, in a process of its own: 10 seconds "
        "a cell, 2 a call, 30 in all. Nothing is written.",
        _score,
    )
    score.add_argument("notebook", type=Path, metavar="FILE.ipynb")
    hint = command(
        commands,
        "hint",
        "ask a question that may help",
        "The first hint asks a question, the third tells nearly everything.",
        _hint,
    )
    hint.add_argument("task", help="the name of the function, see `attnbook list`")
    hint.add_argument("number", nargs="?", type=int, default=1, help="1, 2 or 3")
    command(commands, "list", "name all exercises", "", _list)


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
