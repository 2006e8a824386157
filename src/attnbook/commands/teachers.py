"""What teachers type: ``attnbook grade`` and ``attnbook doctor``."""

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from attnbook.commands import command

_MORE = """A notebook runs in a sandbox without network, files or
other people's work. SUBMISSIONS is a folder of notebooks, or the zip that Moodle or
Canvas gives. Ctrl-C stops; the same command goes on where it stopped, and grades only
what has changed."""


_EXAMPLES = (
    "submissions.zip --out results --hidden ../hidden --roster class.csv",
    "submissions --out results --set self-attention --jobs 8",
)


def add(commands: Any) -> None:
    """Add the commands."""
    grade = command(
        commands,
        "grade",
        "grade what a class handed in",
        " ".join(_MORE.split()),
        _grade,
        _EXAMPLES,
    )
    grade.add_argument(
        "submissions",
        type=Path,
        metavar="SUBMISSIONS",
        help="a folder of notebooks, the zip of an LMS, or one notebook",
    )
    grade.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="RESULTS",
        help="a folder: new, empty, or that of an earlier run, which goes on",
    )
    grade.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME",
        help="grade on this set; may be given more than once (who has no "
        "task of it gets no mark, and a reason); else on those that a notebook has "
        "tasks of",
    )
    grade.add_argument(
        "--hidden",
        type=Path,
        metavar="DIR",
        help="checks of your own, DIR/<set>/checks/<task>.py: students learn of them "
        "the title and the points",
    )
    grade.add_argument(
        "--seed", type=int, help="of the checks' random numbers; else one nobody knows"
    )
    grade.add_argument(
        "--roster",
        type=Path,
        metavar="CSV",
        help="the class: columns id, name, email, or a list that Moodle or Canvas gave",
    )
    grade.add_argument(
        "--jobs", type=int, default=_cores(), help="notebooks at a time (%(default)s)"
    )
    grade.add_argument(
        "--scheduler", metavar="ADDRESS", help="grade on the Dask cluster there"
    )
    grade.add_argument(
        "--unsafe-no-sandbox",
        action="store_true",
        help="let students' code do whatever you may do; each result says so",
    )
    command(
        commands,
        "doctor",
        "say whether this machine can grade safely",
        "What is missing is named with what helps.",
        _doctor,
    )


def _cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _grade(options: argparse.Namespace) -> int:
    from attnbook.grading.session import Session

    return Session(
        submissions=options.submissions,
        results=options.out,
        sets=tuple(options.set),
        hidden=options.hidden,
        seed=options.seed,
        roster=options.roster,
        jobs=options.jobs,
        scheduler=options.scheduler,
        unsafe=options.unsafe_no_sandbox,
    ).run()


def _doctor(_: argparse.Namespace) -> int:
    from attnbook.grading.doctor import examine

    findings = examine()
    for finding in findings:
        print(finding.as_text())
    is_well = all(finding.is_well for finding in findings)
    print("\nThis machine can grade safely." if is_well else _ILL, file=sys.stdout)
    return 0 if is_well else 1


_ILL = "\nThis machine can't grade safely yet: see the lines with ✗."
