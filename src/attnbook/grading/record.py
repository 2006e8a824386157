"""What came of one submission, in the form that the reports read.

``RESULTS/records/<submission>.json`` is one `Record`: what its dataclasses hold, field
by field, and at the top ``points`` (``null`` where nothing was graded) and
``possible``, for whoever reads it without this module::

    {"schema": 1, "submission": "ada-1f0c29ab", "file": "Ada_17/ada.ipynb",
     "sha256": "...", "key": "...", "student": {"id": "17", "name": "Ada", "email": "",
     "listed": true},
     "status": "graded", "reason": "", "points": 5, "possible": 7,
     "seed": 3, "sandbox": "bwrap", "versions": {"numpy": "2.4.6", ...},
     "notes": ["code cell 3 raised ZeroDivisionError: ..."],
     "flags": ["calls torch.nn.functional.scaled_dot_product_attention (cell 2)"],
     "tasks": [{"set": "scores-and-temperature", "task": "stable_softmax",
                "points": 5, "possible": 7, "follow_through": null, "unwritten": "",
                "checks": [{"task": "stable_softmax", "title": "...", "points": 1,
                            "possible": 1, "text": "", "hint": "", "hidden": false}]}]}

Whatever a student wrote has had its control characters taken out. It may still be a
formula to a spreadsheet, or a script to a browser: who writes such a file guards it.
"""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from attnbook.files import replace_file
from attnbook.grading.run import Result

SCHEMA = 1
RECORDS = "records"
Status = Literal["graded", "unreadable", "grader_error", "missing"]


@dataclass(frozen=True)
class CheckMark:
    """What came of one check.

    Attributes:
        task: The task that it belongs to.
        title: What should hold.
        points: What was earned.
        possible: What it is worth.
        text: What is wrong; empty if all is well.
        hint: What to do about it, where that may help.
        hidden: Whether students learn no more than its title and its points.
    """

    task: str
    title: str
    points: int
    possible: int
    text: str = ""
    hint: str = ""
    hidden: bool = False


@dataclass(frozen=True)
class TaskMark:
    """What came of one task.

    Attributes:
        set: The set of exercises that it belongs to.
        task: The name of the function.
        points: What counts: the better of the first grading and ``follow_through``.
        possible: What it is worth.
        follow_through: What it earned beside right answers to the tasks that it uses;
            ``None`` if it was not graded a second time.
        unwritten: Why there was nothing to check; empty if there was.
        checks: One mark for each check, of the grading that counts; of two with the
            same points it is the second, which shows this task's own mistakes.
    """

    set: str
    task: str
    points: int
    possible: int
    follow_through: int | None = None
    unwritten: str = ""
    checks: tuple[CheckMark, ...] = ()


def task_mark(exercises: str, result: Result) -> TaskMark:
    """Write down what came of a task, without the learner's arrays."""
    checks = (
        CheckMark(result.task, o.check.title, o.points, o.check.points, o.text, o.hint)
        for o in result.outcomes
    )
    about = result.points, result.possible, None, result.unwritten
    return TaskMark(exercises, result.task, *about, tuple(checks))


@dataclass(frozen=True)
class Student:
    """Who handed it in, as far as the file's name or a list of names says.

    Attributes:
        id: The class list's; the LMS's, of who was not found there.
        name: The name, or that of the file.
        email: The e-mail address, if the class list has it.
        listed: Whether they were found on the class list; ``None`` without one.
    """

    id: str = ""
    name: str = ""
    email: str = ""
    listed: bool | None = None


@dataclass(frozen=True)
class Record:
    """What came of one submission.

    Attributes:
        submission: Its own short name, fit for a file.
        file: Where it was found, in the folder or the zip.
        sha256: The hash of its bytes; empty if there were none to read.
        key: The hash of all that the marks depend on; the same key, the same marks.
        terms: The hash of what all submissions of a run are graded under; empty in
            records of older versions.
        student: Who handed it in.
        status: Whether there are marks: if not, none is known, which is not 0.
        reason: Why there are none, in words for the student.
        seed: What the random numbers of the checks began with.
        sandbox: What the student's code ran in: "bwrap" or "unsandboxed".
        versions: Of whatever may change a mark.
        notes: What went wrong in a cell.
        flags: What a human should look at.
        tasks: One mark for each task.
    """

    submission: str
    file: str
    sha256: str
    key: str
    student: Student
    status: Status
    reason: str = ""
    seed: int = 0
    sandbox: str = ""
    terms: str = ""
    versions: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    tasks: tuple[TaskMark, ...] = ()

    @property
    def points(self) -> int | None:
        """What counts; ``None``, not 0, where nothing was graded."""
        if self.status != "graded":
            return None
        return sum(task.points for task in self.tasks)

    @property
    def possible(self) -> int | None:
        """What a right answer to everything earns."""
        if self.status != "graded":
            return None
        return sum(task.possible for task in self.tasks)

    def for_student(self) -> "Record":
        """Leave out what only a teacher may see."""
        failed = self.status == "grader_error"
        return replace(
            self,
            reason=_OUR_FAULT if failed else self.reason,
            flags=(),
            tasks=tuple(map(_shown, self.tasks)),
        )


_OUR_FAULT = "the grader itself failed here: your teacher sees why"


def _shown(task: TaskMark) -> TaskMark:
    checks = (replace(c, text="", hint="") if c.hidden else c for c in task.checks)
    return replace(task, checks=tuple(checks))


def as_json(record: Record) -> str:
    """Write a record as text, the same for the same record."""
    totals = {"points": record.points, "possible": record.possible}
    fields = {"schema": SCHEMA, **asdict(record), **totals}
    return json.dumps(fields, indent=1, sort_keys=True) + "\n"


def from_json(text: str) -> Record:
    """Read a record.

    Raises:
        ValueError: If the text is none, or is one of another version of this module.
    """
    try:
        fields = json.loads(text)
        schema = fields.pop("schema")
        if schema != SCHEMA:
            raise ValueError(f"a record of version {schema}; this reads {SCHEMA}")
        return _record({k: v for k, v in fields.items() if k not in _TOTALS})
    except (AttributeError, KeyError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"no record of a submission ({error})") from None


_TOTALS = ("points", "possible")


def _record(fields: dict[str, Any]) -> Record:
    return Record(
        **{
            **fields,
            "student": Student(**fields["student"]),
            "notes": tuple(fields["notes"]),
            "flags": tuple(fields["flags"]),
            "tasks": tuple(map(_task, fields["tasks"])),
        }
    )


def _task(fields: dict[str, Any]) -> TaskMark:
    checks = tuple(CheckMark(**check) for check in fields["checks"])
    return TaskMark(**{**fields, "checks": checks})


def record_path(results: Path, submission: str) -> Path:
    """Say where the record of a submission is kept."""
    return results / RECORDS / f"{submission}.json"


def write_record(record: Record, results: Path) -> Path:
    """Write a record as a whole, or leave the old one."""
    path = record_path(results, record.submission)
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, as_json(record))
    return path


def read_records(results: Path) -> list[Record]:
    """Read all records of a folder of results, in the order of their names.

    Raises:
        ValueError: If there is none, or a file is no record.
    """
    paths = sorted((results / RECORDS).glob("*.json"))
    if not paths:
        raise ValueError(f"{results} has no {RECORDS}/: run `attnbook grade` first")
    return [_read(path) for path in paths]


def _read(path: Path) -> Record:
    try:
        return from_json(path.read_text("utf-8"))
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None
