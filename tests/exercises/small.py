"""A small set of exercises to grade with, notebooks, and the sandbox, or why not."""

import functools
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from attnbook.grading.assignment import Assignment, collect, versions
from attnbook.grading.doctor import starts
from attnbook.grading.grade import Terms, Work, grade
from attnbook.grading.record import Record, Student
from attnbook.grading.sandbox import NoSandboxError, sandboxed

NAME = "doubling"
TASKS = '''"""The exercises on doubling."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/doubling.ipynb"
HINTS = ("What is 2 times 3?", "Add.", "x + x")
TASKS = (
    Task("double", "By hand", 1, 5, HINTS),
    Task("fourfold", "By hand", 1, 5, HINTS, uses=("double",)),
    Task("eightfold", "By hand", 1, 5, HINTS, uses=("fourfold",)),
)
'''
CHECK = '''"""Checks of a multiple."""

import numpy as np

from attnbook.grading.declare import check


@check("{task}", "{title}", points={points}, hint="add x to itself")
def multiplies(student):
    numbers = student.rng.normal(size=7)
    looks = {{"squares": numbers**2}}
    student(numbers).is_close({factor} * numbers, looks_like=looks)
'''
SMALL = """

@check("double", "small numbers", hint="add x to itself")
def small(student):
    student(np.array([1.0, 3.0])).is_close([2, 6]).keeps_its_arguments()
"""
SOLUTION = (
    "import numpy as np\nfrom attnbook.grading import check",
    "TWO = 2\ndef add(x, y):\n    return np.add(x, y)",
    "def double(x):\n    return add(x, x)",
    'check("double")',
    "def fourfold(x):\n    return TWO * double(x)",
    "def eightfold(x):\n    return TWO * fourfold(x)",
)
DOUBLE = "def double(x):\n    return x + x\n"
RIGHT = (
    DOUBLE
    + "def fourfold(x):\n    return double(double(x))\n"
    + "def eightfold(x):\n    return double(fourfold(x))\n"
)


def check_text(task: str, factor: int, points: int, title: str = "it multiplies"):
    return CHECK.format(task=task, factor=factor, points=points, title=title)


def write_set(root: Path) -> Path:
    """Write the set, worth 3, 2 and 2 points; return the folder of all exercises."""
    folder = root / "exercises" / NAME
    (folder / "checks").mkdir(parents=True)
    (folder / "tasks.py").write_text(TASKS, "utf-8")
    for task, factor, more in (
        ("double", 2, SMALL),
        ("fourfold", 4, ""),
        ("eightfold", 8, ""),
    ):
        path = folder / "checks" / f"{task}.py"
        path.write_text(check_text(task, factor, 2) + more, "utf-8")
    (folder / "solution.ipynb").write_bytes(notebook(*SOLUTION))
    return folder.parent


def write_hidden(root: Path, task: str, text: str) -> Path:
    """Write hidden checks of a task of the set; return the folder for ``--hidden``."""
    path = root.parent / "hidden" / NAME / "checks" / f"{task}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return root.parent / "hidden"


def notebook(*cells: str, **metadata) -> bytes:
    """Write a notebook of code cells, as Jupyter does."""
    content = {
        "cells": [
            {
                "cell_type": "code",
                "id": f"c{number}",
                "metadata": {},
                "source": cell.splitlines(keepends=True),
                "outputs": [],
                "execution_count": None,
            }
            for number, cell in enumerate(cells)
        ],
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content).encode()


def terms(assignment: Assignment, seed: int = 0, sandbox: str = "bwrap") -> Terms:
    return Terms(assignment, seed, tuple(sorted(versions().items())), sandbox)


def graded(content: bytes, root: Path, hidden: Path | None = None, **options) -> Record:
    """Grade one notebook on the set that `write_set` wrote."""
    assignment = collect(root / "exercises", hidden=hidden)
    work = Work("ada", "ada.ipynb", Student("", "Ada"), content)
    return grade(work, terms(assignment, **options))


@functools.cache
def no_sandbox() -> str | None:
    """Say why no sandbox starts here; one with a hole does, and has to fail tests."""
    try:
        started = starts(sandboxed().command)
    except NoSandboxError as error:
        return str(error)
    return None if started.is_well else started.as_text()


@pytest.fixture(scope="session")
def sandbox() -> None:
    """Go on if this machine has a sandbox; else skip here, and fail under CI."""
    reason = no_sandbox()
    if reason and os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    if reason:
        pytest.skip(f"THE SANDBOX NOT CHECKED: {reason}")


def processes_with(word: str) -> list[str]:
    """Name the processes that have a word in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_bytes().decode("utf-8", "replace")
        except OSError:
            continue
        found += [command] if word in command else []
    return found


def wait_until(happened: Callable[[], bool], patience: float = 30) -> None:
    """Wait for something to happen, and fail if it does not."""
    end = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.05)
