"""`attnbook grade` on the class."""

import json
import shutil
import sys
from pathlib import Path

from benchmarks.peers.handed_in import CASES, IMPORT, SUBMISSIONS, TASKS
from benchmarks.peers.running import ROOT, Marks, run, write_notebook

NAME = "attnbook grade"
HEAD = '''"""Checks."""

import numpy as np

from attnbook.grading.declare import check
'''
DECLARED = '''"""Tasks."""

from attnbook.grading.declare import Task

CHAPTER = "chapter.ipynb"
TASKS = tuple(
    Task(name, "S", 1, 5, ("What?", "How?", "So.")) for name in {tasks}
)
'''
CHECK = """

@check("{0.task}", "{0.title}", points={0.points}, hint="look again")
def check_{number}(student):
    student({0.arguments}).is_close({0.expected})
"""


def prepare(folder: Path) -> None:
    """Write the set beside a copy of the package, and what was handed in."""
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src/attnbook", folder / "src/attnbook", ignore=unwanted)
    home = folder / "exercises" / "both"
    (home / "checks").mkdir(parents=True)
    (home / "tasks.py").write_text(DECLARED.format(tasks=TASKS), "utf-8")
    for task in TASKS:
        mine = [(n, case) for n, case in enumerate(CASES) if case.task == task]
        text = "".join(CHECK.format(case, number=n) for n, case in mine)
        (home / "checks" / f"{task}.py").write_text(HEAD + text, "utf-8")
    write_notebook(home / "solution.ipynb", (IMPORT, *SUBMISSIONS[0].cells))
    for one in SUBMISSIONS:
        write_notebook(folder / "handed-in" / f"{one.name}.ipynb", (IMPORT, *one.cells))


def grade(folder: Path) -> None:
    """Grade everybody, two at a time."""
    command = [sys.executable, "-m", "attnbook", "grade", "handed-in"]
    options = ("--out", "results", "--jobs", "2", "--set", "both")
    run([*command, *options], folder, PYTHONPATH=str(folder / "src"))


def marks(folder: Path) -> Marks:
    """Read what everybody got."""
    records = (folder / "results" / "records").glob("*.json")
    found = [json.loads(path.read_text("utf-8")) for path in records]
    return {Path(one["file"]).stem: one["points"] for one in found}
