"""Whatever a notebook does, it gets no mark it did not earn, and nobody else loses one.

All cases are one batch, graded once, with honest notebooks among them; each test looks
at one thing about it.
"""

import csv
import os
import shutil
import socket
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from attnbook.grading import grade as grading
from attnbook.grading.assignment import collect
from attnbook.grading.batch import Batch
from attnbook.grading.executors import on_this_machine
from attnbook.grading.learners import Elsewhere, Limits
from attnbook.grading.record import Record, Student, as_json, write_record
from attnbook.grading.reports import write_reports
from attnbook.grading.run import report_text, run_task
from attnbook.grading.sets import load_set
from attnbook.grading.submissions import Submission

from .hostile import cells, functions
from .small import DOUBLE, RIGHT, notebook, processes_with, terms, write_set

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]
CASES = {case.name: case for case in (*functions.CASES, *cells.CASES)}
HONEST = ("honest-1", "honest-2", "honest-3")
# Shorter than the grader's own, so that the suite is; their ratios are the same.
SHORT = Limits(call=1, cell=2, whole=5)


@dataclass
class Ordeal:
    """The batch, and what was seen of it."""

    folder: Path
    records: dict[str, Record] = field(default_factory=dict)
    took: dict[str, float] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    token: str = "attnbook-" + uuid.uuid4().hex


@pytest.fixture(scope="module")
def ordeal(tmp_path_factory) -> Ordeal:
    ordeal = Ordeal(tmp_path_factory.mktemp("hostile"))
    write_set(ordeal.folder / "book")
    ordeal.folder.joinpath("canary").write_text("alive")
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(grading, "_LIMITS", SHORT)
        patch.setattr("attnbook.grading.batch.grade", timed(ordeal))
        graded(ordeal, list(submissions(ordeal, server.getsockname()[1])), "all")
        server.settimeout(0.1)
        with pytest.raises(TimeoutError):
            server.accept()
    time.sleep(2)
    ordeal.left = processes_with(ordeal.token)
    return ordeal


def submissions(ordeal: Ordeal, port: int) -> Iterator[Submission]:
    """Give the cases, with honest notebooks first, in the middle and last."""
    values = {"canary": str(ordeal.folder / "canary"), "port": str(port)}
    values["token"] = ordeal.token
    honest = [handed_in(name, RIGHT) for name in HONEST]
    yield honest[0]
    for number, case in enumerate(CASES.values()):
        yield from honest[1:2] if number == len(CASES) // 2 else ()
        sources = [case.cells] if isinstance(case.cells, str) else case.cells
        for word, value in values.items():
            sources = [source.replace(f"{{{word}}}", value) for source in sources]
        yield handed_in(case.name, *sources)
    yield honest[2]


def handed_in(name: str, *cells: str) -> Submission:
    content = notebook(*cells)
    return Submission(f"{name}.ipynb", lambda: content)


def graded(ordeal: Ordeal, all_of_them: list[Submission], results: str) -> None:
    assignment = collect(ordeal.folder / "book" / "exercises")
    batch = Batch(terms(assignment), ordeal.folder / results)
    with on_this_machine(2) as (executor, workers):
        for record in batch.grade_all(all_of_them, executor, workers):
            ordeal.records[record.file.removesuffix(".ipynb")] = record


def timed(ordeal: Ordeal):
    def grade(work, terms):
        start = time.monotonic()
        record = grading.grade(work, terms)
        ordeal.took[work.file] = time.monotonic() - start
        return record

    return grade


def test_there_are_many_and_each_has_a_record(ordeal):
    assert len(CASES) >= 80
    assert set(ordeal.records) == {*CASES, *HONEST}


@pytest.mark.parametrize("name", CASES)
def test_a_notebook_gets_what_it_earned_and_is_told_why(ordeal, name):
    case, record = CASES[name], ordeal.records[name]
    told = as_json(record)
    assert record.status == "graded", record.reason
    assert record.points == case.points, told
    assert case.says in " ".join(texts(record)), told
    assert "Traceback" not in told


def texts(record: Record) -> Iterator[str]:
    yield from record.notes
    for task in record.tasks:
        yield task.unwritten
        yield from (check.text for check in task.checks)


def test_no_text_is_long_or_has_a_control_character(ordeal):
    for record in ordeal.records.values():
        assert len(as_json(record)) < 20_000
        for text in texts(record):
            assert len(text) <= 300
            assert text.isprintable(), text


def test_each_ends_in_time(ordeal):
    """Thirty seconds are what a teacher is promised, on a machine with time to spare.

    The limits are of a notebook's own time, and shorter here; on a busy machine, such
    as one that runs other tests beside, all takes longer by the clock.
    """
    busy = max(1, os.getloadavg()[0] / os.cpu_count())
    slow = {name: took for name, took in ordeal.took.items() if took > 30 * busy}
    assert not slow


def test_the_limits_add_up_to_less_than_half_a_minute():
    assert grading._LIMITS.whole + grading._AGAIN <= 21


def test_nothing_is_left_running(ordeal):
    assert ordeal.left == []


def test_nothing_outside_is_changed(ordeal):
    assert (ordeal.folder / "canary").read_text() == "alive"
    assert {p.name for p in ordeal.folder.iterdir()} == {"book", "canary", "all"}
    assert [p.name for p in (ordeal.folder / "all").iterdir()] == ["records"]


def test_honest_records_are_the_same_bytes_as_without_the_others(ordeal):
    alone = replace(ordeal, records={})
    graded(alone, [handed_in(name, RIGHT) for name in HONEST], "alone")
    for name in HONEST:
        assert ordeal.records[name].points == 7
        file = f"records/{ordeal.records[name].submission}.json"
        both = [ordeal.folder / folder / file for folder in ("all", "alone")]
        assert both[0].read_bytes() == both[1].read_bytes()
    for path in (ordeal.folder / "alone").rglob("*.json"):
        path.unlink()


def test_neither_a_table_nor_a_page_is_taken_over(ordeal, tmp_path):
    shutil.copytree(ordeal.folder / "all", tmp_path / "all")
    for record in ordeal.records.values():
        formula = replace(record, student=Student("", '=HYPERLINK("x")'), file="@x")
        write_record(formula, tmp_path / "all")
    write_reports(tmp_path / "all")
    rows = csv.reader(
        (tmp_path / "all" / "marks.csv").read_text("utf-8-sig").splitlines()
    )
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t")]
    for page in (tmp_path / "all").rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8")


# -- a learner's own notebook, which runs without a sandbox ---------------------------
@pytest.mark.parametrize("name", ["a loop", "os._exit", "a segfault", "NumPy patched"])
def test_without_a_sandbox_too_a_notebook_gets_what_it_earned(ordeal, name):
    exercises = load_set(ordeal.folder / "book" / "exercises" / "doubling")
    with Elsewhere([str(CASES[name].cells)], limits=Limits(call=1)) as learner:
        result = run_task("double", exercises.checks, learner)
        assert result.points == 0
        assert CASES[name].says in report_text(result)


def test_one_bad_function_costs_the_others_nothing(ordeal):
    exercises = load_set(ordeal.folder / "book" / "exercises" / "doubling")
    bad = "def fourfold(x):\n    while True: pass"
    with Elsewhere([DOUBLE, bad], limits=Limits(call=1)) as learner:
        points = [
            run_task(task, exercises.checks, learner).points
            for task in ("fourfold", "double", "double")
        ]
    assert points == [0, 3, 3]


def test_what_a_function_started_ends_with_it(tmp_path):
    canary = tmp_path / "alive"
    cell = f"""
import subprocess, sys
def double(*a, **k):
    subprocess.Popen([sys.executable, "-c",
        "import time, pathlib; time.sleep(3); pathlib.Path({str(canary)!r}).touch()"])
    while True: pass
"""
    with Elsewhere([cell], limits=Limits(call=0.5)) as learner:
        learner.call("double", [], {})
    time.sleep(3)
    assert not canary.exists()
