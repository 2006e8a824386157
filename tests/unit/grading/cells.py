"""Small sets of exercises, and notebooks with answers to them."""

import json
from pathlib import Path

TASKS = '''"""The exercises on doubling."""

from attnbook.grading.declare import Task

CHAPTER = "chapters/doubling.ipynb"
TASKS = (Task("double", "By hand", 1, 5, ("What is 2 times 3?", "Add.", "x + x")),)
'''
CHECKS = '''"""Checks of double."""

import numpy as np

from attnbook.grading.declare import check


@check("double", "numbers double", points=2, hint="add x to itself")
def doubles(student):
    student(np.array([1.0, 3.0])).is_close([2, 6], looks_like={"squares": [1, 9]})


@check("double", "random numbers double, too", hint="any numbers")
def doubles_others(student):
    numbers = student.rng.normal(size=7)
    student(numbers).is_close(2 * numbers)
'''


def write_set(root: Path, tasks: str = TASKS, checks: str = CHECKS) -> Path:
    """Write a set of one task into ``exercises/doubling``; return its folder."""
    folder = root / "exercises" / "doubling"
    (folder / "checks").mkdir(parents=True)
    (folder / "tasks.py").write_text(tasks, "utf-8")
    (folder / "checks" / "double.py").write_text(checks, "utf-8")
    return folder


def write_notebook(path: Path, *sources: str) -> Path:
    """Write a notebook of code cells."""
    cells = [
        {
            "cell_type": "code",
            "id": f"c{number}",
            "metadata": {},
            "source": source.splitlines(keepends=True),
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    content = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(content), "utf-8")
    return path
