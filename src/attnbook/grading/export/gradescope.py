"""Write what came of a submission as Gradescope reads it, ``results.json``."""

import json
from typing import Any

from attnbook.grading.record import CheckMark, Record, TaskMark
from attnbook.grading.run import hinted_once, said_once

UNSANDBOXED = (
    "Graded without a sandbox: the code of the notebook ran as the grader's own user."
)


def results_json(record: Record) -> str:
    """Write a record for Gradescope.

    One that could not be graded has no score, which Gradescope shows as a failure of
    the autograder: a human decides, and nobody gets 0.
    """
    return json.dumps(_results(record), indent=1, ensure_ascii=False) + "\n"


def _results(record: Record) -> dict[str, Any]:
    shown = record.for_student()
    notes = [UNSANDBOXED] if shown.sandbox == "unsandboxed" else []
    results = {
        "output": "\n".join([*notes, *filter(None, [shown.reason]), *shown.notes]),
        "output_format": "text",
        "stdout_visibility": "hidden",
        "extra_data": {
            "sandbox": shown.sandbox,
            "sha256": shown.sha256,
            "flags": list(record.flags),
            "versions": shown.versions,
        },
    }
    if shown.status != "graded":
        return results
    tests = [test for task in shown.tasks for test in _tests(task)]
    return {**results, "score": shown.points, "tests": tests}


def _tests(task: TaskMark) -> list[dict[str, Any]]:
    if task.unwritten:
        return [_test(task.task, "", 0, task.possible, task.unwritten)]
    told = zip(
        task.checks, said_once(task.checks), hinted_once(task.checks), strict=True
    )
    return [_check(*one) for one in told]


def _check(check: CheckMark, text: str, hint: str) -> dict[str, Any]:
    hint = f"\nhint: {hint}" if hint else ""
    said = "a hidden check" if check.hidden and not text else f"{text}{hint}"
    return _test(check.task, check.title, check.points, check.possible, said)


def _test(
    task: str, title: str, points: int, possible: int, output: str
) -> dict[str, Any]:
    return {
        "name": f"{task}: {title}" if title else task,
        "name_format": "text",
        "score": points,
        "max_score": possible,
        "status": "passed" if points >= possible else "failed",
        "output": output,
        "output_format": "text",
        "visibility": "visible",
    }
