"""Grade one class with three graders, side by side: ``python -m benchmarks.peers``.

It installs nbgrader and otter-grader, each in an environment of its own below
``_build/peers``, which takes some minutes the first time, and writes ``results.json``
and ``results.md`` beside this file. No test depends on it.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType

from benchmarks.peers import nbgrader, otter, ours
from benchmarks.peers.handed_in import SUBMISSIONS
from benchmarks.peers.running import Marks
from benchmarks.report import machine

FOLDER = Path(__file__).parent
HEAD = """\
# Three graders, one class

Written by `python -m benchmarks.peers`; `../README.md` says how to read it.
"""


def main() -> int:
    """Grade, print and store; 0 even where a peer could not be installed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--turns", type=int, default=3, help="how often each (3)")
    turns = parser.parse_args().turns
    where = machine()
    with tempfile.TemporaryDirectory(prefix="bench-peers-") as folder:
        seconds, found, missing = measured(Path(folder), turns)
    document = {
        "machine": where | {"load_at_end": round(os.getloadavg()[0], 1)},
        "seconds": seconds,
        "not_run": missing,
        "marks": [
            {"submission": one.name, "deserved": one.deserved}
            | {name: marks.get(one.name) for name, marks in found.items()}
            for one in SUBMISSIONS
        ],
    }
    (FOLDER / "results.json").write_text(json.dumps(document, indent=1) + "\n", "utf-8")
    text = told(document)
    (FOLDER / "results.md").write_text(text, "utf-8")
    print(text)
    return 0


def measured(
    folder: Path, turns: int
) -> tuple[dict[str, list[float]], dict[str, Marks], dict[str, str]]:
    """Let the graders take turns; give seconds and marks, or why there are none."""
    seconds: dict[str, list[float]] = {}
    found: dict[str, Marks] = {}
    missing: dict[str, str] = {}
    for turn in range(turns):
        for grader in (ours, nbgrader, otter):
            if grader.NAME in missing:
                continue
            try:
                took, marks = _one(grader, folder / str(turn) / grader.NAME)
            except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
                missing[grader.NAME] = str(error)[-300:]
                continue
            seconds.setdefault(grader.NAME, []).append(took)
            found[grader.NAME] = marks
            print(f"{grader.NAME}: {took:.1f} s", flush=True)
    return seconds, found, missing


def _one(grader: ModuleType, folder: Path) -> tuple[float, Marks]:
    folder.mkdir(parents=True)
    grader.prepare(folder)
    start = time.perf_counter()
    grader.grade(folder)
    took = time.perf_counter() - start
    return took, grader.marks(folder)


def told(document: dict) -> str:
    """Write both tables."""
    machine_line = ", ".join(f"{k} {v}" for k, v in document["machine"].items())
    names = list(document["seconds"])
    lines = [HEAD, f"{machine_line}.\n"]
    lines += [
        f"{name} was not run: {why}\n" for name, why in document["not_run"].items()
    ]
    lines += ["| grader | seconds for 20 | a minute | times ours | marks as deserved |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for name in names:
        lines.append(_speed(name, document))
    lines += ["", f"| submission | deserved | {' | '.join(names)} |"]
    lines += [f"| --- | --- |{' --- |' * len(names)}"]
    for row in document["marks"]:
        marks = [_mark(row[name], row["deserved"]) for name in names]
        cells = [row["submission"], str(row["deserved"]), *marks]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _speed(name: str, document: dict) -> str:
    """Write a line of the first table: medians of all turns, ratios within one."""
    took, base = document["seconds"][name], document["seconds"][ours.NAME]
    ratio = statistics.median(b / a for a, b in zip(base, took, strict=False))
    rows, middle = document["marks"], statistics.median(took)
    right = sum(row[name] == row["deserved"] for row in rows)
    cells = (name, f"{middle:.1f}", f"{60 * len(rows) / middle:.0f}", f"{ratio:.3g}")
    return f"| {' | '.join(cells)} | {right} of {len(rows)} |"


def _mark(mark: float | None, deserved: int) -> str:
    text = "none" if mark is None else f"{mark:g}"
    return text if mark == deserved else f"**{text}**"


if __name__ == "__main__":
    sys.exit(main())
