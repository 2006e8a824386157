"""How many notebooks a minute two workers grade, and in how much memory."""

import contextlib
import io
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from attnbook.grading.assignment import collect, versions
from attnbook.grading.batch import Batch
from attnbook.grading.cells import code_cells
from attnbook.grading.executors import on_this_machine
from attnbook.grading.grade import Terms
from attnbook.grading.learners import Live
from attnbook.grading.run import run_task
from attnbook.grading.sets import load_set
from attnbook.grading.submissions import Submission
from attnbook.grading.worker.serve import run_cell
from benchmarks.result import Result

EXERCISES = Path(__file__).parents[1] / "exercises"
SET, TASK = "scores-and-temperature", "stable_softmax"
JOBS = 2
MANY, FEW, SOME = 1000, 100, 16
# 300 and 30 a minute, and 100 ms for a cell.
MOST_NUMPY, MOST_TORCH, MOST_CHECK = 60 / 300, 60 / 30, 0.1
MOST_GROWTH = 1.1
REPEATS = 31


def solution(*before: str) -> bytes:
    """Make the notebook of somebody who has solved a set, with cells before it."""
    code = code_cells((EXERCISES / SET / "solution.ipynb").read_bytes())
    cells = [{"cell_type": "code", "source": cell} for cell in (*before, *code)]
    return json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}).encode()


def graded(content: bytes, number: int, sandbox: str) -> list[tuple[float, int]]:
    """Grade the same notebook many times; give seconds and bytes after each."""
    terms = Terms(
        collect(EXERCISES, [SET]), 0, tuple(sorted(versions().items())), sandbox
    )
    class_of = [Submission(f"{n}.ipynb", lambda: content) for n in range(number)]
    seen, start = [], time.perf_counter()
    with tempfile.TemporaryDirectory() as results, on_this_machine(JOBS) as where:
        for record in Batch(terms, Path(results)).grade_all(class_of, *where):
            if record.points != record.possible:
                raise RuntimeError(f"no full marks: {record.status} {record.reason}")
            seen.append((time.perf_counter() - start, _memory()))
    return seen


def _memory() -> int:
    """Return the bytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def seconds_each(content: bytes, number: int, sandbox: str) -> float:
    """Return the seconds that a notebook costs in a run of many."""
    return graded(content, number, sandbox)[-1][0] / number


def measure() -> Iterator[Result]:
    """Measure notebooks with NumPy and with torch, the memory, and a check."""
    bare = "the same, unsandboxed"
    for name, content, number, most in (
        ("a NumPy notebook", solution(), FEW, MOST_NUMPY),
        ("a torch notebook", solution("import torch"), SOME, MOST_TORCH),
    ):
        ours = seconds_each(content, number, "bwrap")
        theirs = seconds_each(content, number, "unsandboxed")
        yield Result("Grading", name, ours, "s", bare, theirs, most=most)
    memory = [held / 1e6 for _, held in graded(solution(), MANY, "bwrap")]
    what = f"memory after {MANY} notebooks"
    peer = f"after {FEW} of them"
    yield Result(
        "Grading",
        what,
        memory[-1],
        "MB",
        peer,
        memory[FEW - 1],
        most=MOST_GROWTH,
        bar_on="ratio",
    )
    yield _check()


def _check() -> Result:
    """Time what ``check("stable_softmax")`` does in a notebook."""
    namespace: dict = {}
    for number, cell in enumerate(code_cells(solution())):
        with contextlib.redirect_stdout(io.StringIO()):
            run_cell(cell, namespace, f"<cell {number}>")
    exercises, notebook = load_set(EXERCISES / SET), Live(namespace)

    def seconds(what) -> float:
        start = time.perf_counter()
        what()
        return time.perf_counter() - start

    scores = [[0.0, 1.0, 2.0]]
    pairs = [
        (
            seconds(lambda: run_task(TASK, exercises.checks, notebook)),
            seconds(lambda: namespace[TASK](scores)),
        )
        for _ in range(REPEATS)
    ]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    name = f'check("{TASK}")'
    return Result("Grading", name, ours, "s", "one call", theirs, most=MOST_CHECK)
