"""`otter run` on the class, two at a time."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.peers.handed_in import CASES, IMPORT, SUBMISSIONS, TASKS
from benchmarks.peers.running import Marks, environment, run, write_notebook

NAME = "otter run"


def _tests(task: str) -> str:
    cases = [
        {
            "code": (
                f">>> assert np.allclose({task}({case.arguments}), {case.expected})"
            ),
            "hidden": False,
            "locked": False,
            "points": case.points,
        }
        for case in CASES
        if case.task == task
    ]
    suite = {"cases": cases, "scored": True, "type": "doctest"}
    suite |= {"setup": "", "teardown": ""}
    test = {"name": task, "points": None, "suites": [suite]}
    return f"OK_FORMAT = True\n\ntest = {test!r}\n"


def prepare(folder: Path) -> None:
    """Write the tests, and what was handed in."""
    (folder / "tests").mkdir(parents=True)
    for task in TASKS:
        (folder / "tests" / f"{task}.py").write_text(_tests(task), "utf-8")
    for one in SUBMISSIONS:
        write_notebook(folder / "handed-in" / f"{one.name}.ipynb", (IMPORT, *one.cells))
    options = ("-t", "tests", "-o", "autograder.zip", "--no-environment")
    run([environment("otter") / "otter", "generate", *options], folder)


def grade(folder: Path) -> None:
    """Grade everybody, two at a time."""
    program = environment("otter") / "otter"

    def one(path: Path) -> None:
        out = folder / "results" / path.stem
        out.mkdir(parents=True)
        options = ("--no-logo", "-a", "autograder.zip", "-o", out, path)
        run([program, "run", *options], folder, fails=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, sorted((folder / "handed-in").glob("*.ipynb"))))


def marks(folder: Path) -> Marks:
    """Read what everybody got."""
    return {one.name: _mark(folder / "results" / one.name) for one in SUBMISSIONS}


def _mark(folder: Path) -> float | None:
    path = folder / "results.json"
    if not path.exists():
        return None
    tests = json.loads(path.read_text("utf-8"))["tests"]
    return sum(test.get("score", 0) or 0 for test in tests)
