"""Grade the one submission that lies in Gradescope's container.

The container is thrown away afterwards, and in most of them bubblewrap may not make a
sandbox. Then the notebook still runs in a process of its own, but as the same user: it
could read the checks that lie beside it. Every result of that kind says so.
"""

import json
import sys
from pathlib import Path

from attnbook.files import replace_file
from attnbook.grading.assignment import Assignment, versions
from attnbook.grading.export.gradescope import results_json
from attnbook.grading.grade import Terms, Work, grade
from attnbook.grading.learners import Elsewhere
from attnbook.grading.record import Record, Student
from attnbook.grading.sandbox import NoSandboxError, sandboxed, unsandboxed
from attnbook.grading.submissions import UnreadableError, find_submissions


def main(arguments: list[str]) -> int:
    """Grade what lies in ``submission/`` of a folder; write ``results/``."""
    folder = Path(arguments[0])
    record = autograde(folder)
    results = folder / "results"
    results.mkdir(exist_ok=True)
    replace_file(results / "results.json", results_json(record))
    return 0


def autograde(folder: Path) -> Record:
    """Grade the notebook that was handed in."""
    about = json.loads((folder / "source" / "assignment.json").read_text("utf-8"))
    files = tuple((name, text) for name, text in about["files"])
    terms = Terms(
        Assignment(files, tuple(about["required"])),
        about["seed"],
        tuple(sorted(versions().items())),
        kind_of_sandbox(),
    )
    return grade(_work(folder / "submission"), terms)


def _work(folder: Path) -> Work:
    """Read the one notebook; without one, or with more, nothing is graded."""
    try:
        found = find_submissions(folder)
    except ValueError:
        return Work("submission", "", Student(), b"", "no notebook was handed in")
    if len(found) > 1:
        names = ", ".join(one.label for one in found)
        several = f"hand in one notebook; there are {len(found)}: {names}"
        return Work("submission", "", Student(), b"", several)
    try:
        return Work("submission", found[0].label, Student(), found[0].read())
    except UnreadableError as error:
        return Work("submission", found[0].label, Student(), b"", str(error))


def kind_of_sandbox() -> str:
    """Name the sandbox that works here; it is tried, not believed."""
    try:
        tried = sandboxed()
    except NoSandboxError:
        return unsandboxed().kind
    with Elsewhere(["def works(): return 1"], command=tried.command) as learner:
        answer = learner.call("works", [], {})
    return tried.kind if answer["kind"] == "value" else unsandboxed().kind


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
