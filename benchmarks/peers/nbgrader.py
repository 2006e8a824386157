"""`nbgrader autograde` on the class."""

import csv
from pathlib import Path

from benchmarks.peers.handed_in import CASES, IMPORT, SUBMISSIONS, TASKS
from benchmarks.peers.running import Marks, environment, run, write_notebook

NAME = "nbgrader autograde"


def _cell(name: str, *, points: int = 0) -> dict:
    """Write what nbgrader keeps of a cell: a test is worth points, an answer none."""
    is_test = points > 0
    kept = {"grade_id": name, "schema_version": 3, "task": False, "cell_type": "code"}
    kept |= {"grade": is_test, "locked": is_test, "solution": not is_test}
    return {"nbgrader": kept | ({"points": points} if is_test else {})}


def _write(path: Path, answers: tuple[str, ...]) -> None:
    cells, marked = [IMPORT], {}
    for task, answer in zip(TASKS, answers, strict=True):
        marked[len(cells)] = _cell(task)
        cells.append(answer)
        for n, case in enumerate(CASES):
            if case.task == task:
                marked[len(cells)] = _cell(f"test_{n}", points=case.points)
                called = f"{task}({case.arguments})"
                cells.append(f"assert np.allclose({called}, {case.expected})")
    write_notebook(path, cells, marked)


def prepare(folder: Path) -> None:
    """Write the assignment, and what was handed in."""
    _write(folder / "source/both/both.ipynb", SUBMISSIONS[0].cells)
    for one in SUBMISSIONS:
        student = one.name.replace(" ", "_")
        _write(folder / f"submitted/{student}/both/both.ipynb", one.cells)
    programs = environment("nbgrader")
    run([programs / "nbgrader", "generate_assignment", "both", "--create"], folder)


def grade(folder: Path) -> None:
    """Grade everybody; it has no option for two at a time."""
    programs = environment("nbgrader")
    run([programs / "nbgrader", "autograde", "both"], folder, fails=True)


def marks(folder: Path) -> Marks:
    """Read what its export says that everybody got."""
    run([environment("nbgrader") / "nbgrader", "export"], folder)
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        given = {row["student_id"]: row["raw_score"] for row in csv.DictReader(file)}
    names = {one.name: one.name.replace(" ", "_") for one in SUBMISSIONS}
    return {name: float(given[key]) for name, key in names.items() if given.get(key)}
