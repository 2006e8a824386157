"""What teachers type before a course: ``attnbook release`` and ``gradescope``."""

import argparse
from pathlib import Path
from typing import Any

from attnbook.commands import command


def add(commands: Any) -> None:
    """Add the commands."""
    release = command(
        commands,
        "release",
        "pack sets of exercises for students",
        "Notebooks, their checks for practice, the chapters, and a README with three "
        "commands. No solution, mistake or hidden check is in it.",
        _release,
        ("scores-and-temperature self-attention --out week-3.zip",),
    )
    release.add_argument("sets", nargs="+", metavar="SET", help="see `attnbook list`")
    release.add_argument(
        "--out", required=True, type=Path, help="a file.zip, or a new folder"
    )
    gradescope = command(
        commands,
        "gradescope",
        "make an autograder for Gradescope",
        "It runs the same checks. Most of Gradescope's containers allow no sandbox: "
        "there a notebook could read the checks or forge its result, and each result "
        "says that it ran so.",
        _gradescope,
        ("self-attention --hidden ../hidden --out autograder.zip",),
    )
    gradescope.add_argument("sets", nargs="+", metavar="SET", help="to grade all on")
    gradescope.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="FILE.zip",
        help="what to upload there as the autograder",
    )
    gradescope.add_argument(
        "--hidden", type=Path, metavar="DIR", help="checks of your own"
    )
    gradescope.add_argument("--seed", type=int, help="else one that nobody knows")


def _release(options: argparse.Namespace) -> str:
    from attnbook.grading.release.pack import write
    from attnbook.grading.release.students import student_package
    from attnbook.grading.sets import exercises_folder
    from attnbook.grading.words import counted

    files = student_package(exercises_folder().parent, options.sets)
    write(files, options.out)
    sets = counted(len(set(options.sets)), "set")
    return f"{len(files)} files for {sets}: {options.out}"


def _gradescope(options: argparse.Namespace) -> str:
    from attnbook.grading.assignment import collect, told_hidden
    from attnbook.grading.release.gradescope import RUNS, autograder
    from attnbook.grading.release.pack import write
    from attnbook.grading.sets import exercises_folder
    from attnbook.grading.trial import try_hidden

    if options.out.suffix != ".zip":
        raise ValueError(f"{options.out}: Gradescope takes a file whose name ends .zip")
    assignment = collect(exercises_folder(), options.sets, options.hidden)
    try_hidden(assignment, options.seed or 0)
    files = autograder(assignment, options.seed)
    write(files, options.out, executable=RUNS)
    told = told_hidden(assignment)
    return f"{told}\n{len(files)} files: {options.out}; upload it as the autograder"
