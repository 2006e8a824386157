"""What learners type: ``attnbook score``, ``progress``, ``hint`` and the like."""

import argparse
from pathlib import Path
from typing import Any

from attnbook.commands import command

_NOTEBOOK = "exercises/scores-and-temperature/exercise.ipynb"


def add(commands: Any) -> None:
    """Add the commands."""
    score = command(
        commands,
        "score",
        "give the points of a notebook",
        "The notebook runs, as it was last saved, in a process of its own: 10 seconds "
        "a cell, 2 a call, 30 in all. Nothing is written. It may do whatever you may: "
        "for notebooks of others there is `attnbook grade`.",
        _score,
        (_NOTEBOOK, f"{_NOTEBOOK} --json"),
    )
    score.add_argument(
        "notebook",
        type=Path,
        metavar="FILE.ipynb",
        help="an exercise notebook with your answers",
    )
    score.add_argument("--json", action="store_true", help="write it for a program")
    progress = command(
        commands,
        "progress",
        "show how far you have got, in all sets",
        "Your notebooks, exercises/*/exercise.ipynb, run as they were last saved; one "
        "that has not changed does not run again.",
        _progress,
        ("", "--html progress.html"),
    )
    progress.add_argument(
        "--html", type=Path, metavar="FILE", help="write a page as well"
    )
    hint = command(
        commands,
        "hint",
        "ask a question that may help",
        "The first hint asks a question, the third tells nearly everything.",
        _hint,
        ("stable_softmax", "stable_softmax 2"),
    )
    hint.add_argument("task", help="the name of the function, see `attnbook list`")
    hint.add_argument("number", nargs="?", type=int, default=1, help="1, 2 or 3")
    solution = command(
        commands,
        "solution",
        "show the solution of a task, and what its checks ask",
        "It needs an attempt in your notebook; it helps most when it is read last.",
        _solution,
        ("stable_softmax", "stable_softmax --anyway"),
    )
    solution.add_argument("task", help="the name of the function")
    solution.add_argument("--anyway", action="store_true", help="without an attempt")
    command(commands, "list", "name all exercises", "", _list)


def _score(options: argparse.Namespace) -> str:
    from attnbook.grading.score import score_notebook

    score = score_notebook(options.notebook)
    return score.as_json() if options.json else score.as_text()


def _progress(options: argparse.Namespace) -> str:
    from attnbook.grading.progress import progress, progress_text

    sets = progress()
    if options.html is None:
        return progress_text(sets)
    from attnbook.files import write_output
    from attnbook.grading.reports.pages import progress_page

    write_output(options.html, progress_page(sets))
    return f"{progress_text(sets)}\nwritten: {options.html}"


def _solution(options: argparse.Namespace) -> str:
    from attnbook.grading.solution import solution_text

    return solution_text(options.task, anyway=options.anyway)


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
