"""A class at a time: stopped, gone on with, and written down."""

import json
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from attnbook.grading import session
from attnbook.grading.batch import seed_of
from attnbook.grading.process import Process
from attnbook.grading.record import read_records
from attnbook.grading.sandbox import NoSandboxError
from attnbook.grading.session import Session

from .small import (
    RIGHT,
    check_text,
    notebook,
    wait_until,
    write_hidden,
    write_set,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]
SQUARES = RIGHT.replace("x + x", "x * x")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Make a book of one set, and a class of three."""
    exercises = write_set(tmp_path / "book")
    monkeypatch.setattr(Session, "_exercises", lambda _: exercises)
    (tmp_path / "in").mkdir()
    for name, cell in (("ada", RIGHT), ("bob", SQUARES), ("eve", "x = 1")):
        (tmp_path / "in" / f"{name}.ipynb").write_bytes(notebook(cell))
    return tmp_path


def session_of(root: Path, **options) -> Session:
    return Session(root / "in", root / "out", **{"jobs": 2, "seed": 3, **options})


def points(root: Path) -> dict[str, int | None]:
    return {r.file.partition(".")[0]: r.points for r in read_records(root / "out")}


def calls_of_grade(monkeypatch) -> list[str]:
    """Note which submissions are graded, and not taken from an earlier run."""
    from attnbook.grading import batch

    real, called = batch.grade, []

    def noted(work, terms):
        called.append(work.file.partition(".")[0])
        return real(work, terms)

    monkeypatch.setattr(batch, "grade", noted)
    return called


def test_a_class_gets_a_record_each_and_reports(root, capsys):
    assert session_of(root).run() == 0
    assert points(root) == {"ada": 7, "bob": 4, "eve": None}
    assert (root / "out" / "marks.csv").exists()
    out = capsys.readouterr().out
    assert "graded: 2, of these 0 as before" in out
    assert "not gradable, with the reason in each report: 1" in out


def test_only_what_has_changed_is_graded_again(root, monkeypatch):
    session_of(root).run()
    called = calls_of_grade(monkeypatch)
    session_of(root).run()
    assert called == []
    (root / "in" / "bob.ipynb").write_bytes(notebook(RIGHT))
    session_of(root).run()
    assert called == ["bob"]
    assert points(root)["bob"] == 7


@pytest.mark.parametrize("change", ["seed", "hidden", "a check"])
def test_other_terms_grade_everybody_again(root, monkeypatch, change):
    session_of(root).run()
    called = calls_of_grade(monkeypatch)
    hidden = write_hidden(root / "book", "double", check_text("double", 2, 1, "more"))
    if change == "a check":
        path = root / "book" / "exercises" / "doubling" / "checks" / "double.py"
        path.write_text(path.read_text().replace("points=2", "points=3"))
    options = {"seed": {"seed": 4}, "hidden": {"hidden": hidden}}.get(change, {})
    session_of(root, **options).run()
    assert sorted(called) == ["ada", "bob", "eve"]


def test_an_error_of_the_grader_is_tried_again(root, monkeypatch, capsys):
    from attnbook.grading import batch

    real = batch.grade

    def failing(work, terms):
        record = real(work, terms)
        return replace(record, status="grader_error", reason="oh", tasks=())

    with monkeypatch.context() as patch:
        patch.setattr(batch, "grade", failing)
        assert session_of(root).run() == 1
    assert "ada.ipynb: the grader failed: oh" in capsys.readouterr().err
    assert session_of(root).run() == 0
    assert points(root)["ada"] == 7


def test_a_worker_that_dies_costs_no_mark(root, monkeypatch):
    from attnbook.grading import batch

    def dying(*_):
        raise RuntimeError("killed")

    monkeypatch.setattr(batch, "grade", dying)
    assert session_of(root).run() == 1
    for record in read_records(root / "out"):
        assert (record.status, record.points) == ("grader_error", None)


def test_a_broken_record_is_written_again(root):
    session_of(root).run()
    before = {p: p.read_bytes() for p in (root / "out" / "records").iterdir()}
    for path in before:
        path.write_bytes(path.read_bytes()[:50])
    session_of(root).run()
    assert {p: p.read_bytes() for p in before} == before


def test_without_a_seed_it_is_one_that_nobody_knows_and_is_kept(root):
    session_of(root, seed=None).run()
    seed = read_records(root / "out")[0].seed
    assert seed_of(root / "out", None) == seed
    assert seed_of(root / "out", 7) == 7
    assert len({seed_of(root, None) for _ in range(5)}) == 5


def test_who_handed_in_nothing_has_a_record_without_a_mark(root):
    roster = root / "roster.csv"
    roster.write_text("id,name\n1,Ada\n2,Carl\n")
    session_of(root, roster=roster).run()
    (carl,) = (r for r in read_records(root / "out") if r.student.id == "2")
    assert (carl.points, carl.reason) == (None, "nothing was handed in")
    assert carl.status == "missing"
    (root / "in" / "carl.ipynb").write_bytes(notebook(RIGHT))
    session_of(root, roster=roster).run()
    (carl,) = (r for r in read_records(root / "out") if r.student.id == "2")
    assert carl.points == 7


def test_two_of_one_name_are_not_told_that_they_handed_nothing_in(root, capsys):
    """The LMS's number is none of the list's, and the name is that of both."""
    roster = root / "roster.csv"
    roster.write_text("id,name\n701,Anna Schmidt\n702,Anna Schmidt\n703,Carl\n")
    moodle = "Anna Schmidt_9001_assignsubmission_file_"
    (root / "in" / moodle).mkdir()
    (root / "in" / moodle / "a.ipynb").write_bytes(notebook(RIGHT))
    session_of(root, roster=roster).run()
    records = {r.student.id: r for r in read_records(root / "out")}
    assert records["9001"].points == 7
    for one in ("701", "702"):
        assert (records[one].status, records[one].points) == ("missing", None)
        assert records[one].reason.startswith("it could not be told whose")
    assert records["703"].reason == "nothing was handed in"
    out = capsys.readouterr().out
    assert "nothing handed in: 1\n  Carl (703)\n" in out
    twins = "unclear: 2\n  Anna Schmidt (701)\n  Anna Schmidt (702)\n"
    assert twins in out


def test_who_is_who_is_told_by_name_ten_of_a_kind(root, capsys):
    roster = root / "roster.csv"
    absent = "".join(f"{n},Student {n}\n" for n in range(101, 113))
    roster.write_text(f"id,name\n1,Ada\n{absent}")
    session_of(root, roster=roster).run()
    out = capsys.readouterr().out
    assert "nothing handed in: 12\n  Student 101 (101)\n" in out
    assert "  Student 110 (110)\n  and 2 more\n" in out
    assert "Student 111" not in out
    assert "of nobody on the class list: 2\n  bob.ipynb\n  eve.ipynb\n" in out
    reason = "there are no exercises in it"
    assert f"in each report: 1\n  eve.ipynb: {reason}\n" in out
    listed = {r.file: r.student.listed for r in read_records(root / "out")}
    assert (listed["ada.ipynb"], listed["bob.ipynb"]) == (True, False)


def test_without_a_class_list_nothing_is_said_about_one(root, capsys):
    session_of(root).run()
    assert "nobody" not in capsys.readouterr().out
    assert {r.student.listed for r in read_records(root / "out")} == {None}
    assert "class list" not in (root / "out" / "summary.html").read_text("utf-8")


def test_two_of_a_list_without_ids_who_are_absent_have_a_record_each(root):
    roster = root / "roster.csv"
    roster.write_text("First name,Last name,Email address\nA,B,a@x\nC,D,c@x\n")
    session_of(root, roster=roster).run()
    absent = [r for r in read_records(root / "out") if r.status == "missing"]
    assert sorted(r.student.email for r in absent) == ["a@x", "c@x"]


def test_a_notebook_called_nothing_is_not_taken_for_one_that_is_missing(root):
    (root / "in" / "nothing.ipynb").write_bytes(notebook(RIGHT))
    session_of(root).run()
    assert points(root)["nothing"] == 7


def test_what_was_taken_out_of_the_folder_is_told(root, capsys):
    session_of(root).run()
    assert "earlier runs" not in capsys.readouterr().out
    (root / "in" / "ada.ipynb").rename(root / "in" / "ada-2.ipynb")
    session_of(root).run()
    told = capsys.readouterr().out
    assert "of earlier runs, not among these: 1\n  ada-" in told
    assert "delete the old" in told


def test_other_terms_than_the_last_time_are_told(root, capsys):
    session_of(root).run()
    session_of(root).run()
    assert "all is graded again" not in capsys.readouterr().out
    session_of(root, seed=99).run()
    assert "all is graded again" in capsys.readouterr().out


def test_results_are_not_taken_for_submissions(root):
    session_of(root).run()
    with pytest.raises(ValueError, match="out holds results"):
        Session(root / "out", root / "again").run()


def test_a_new_roster_renames_without_grading_again(root, monkeypatch):
    session_of(root).run()
    called = calls_of_grade(monkeypatch)
    roster = root / "roster.csv"
    roster.write_text("id,name,user\n1,Ada Lovelace,ada\n")
    session_of(root, roster=roster).run()
    assert called == []
    ada = read_records(root / "out")[0]
    assert (ada.student.id, ada.student.name, ada.points) == ("1", "Ada Lovelace", 7)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"jobs": 0}, "--jobs is 0"),
        ({"sets": ("tripling",)}, "no set called tripling"),
        ({"hidden": Path("nowhere")}, "nowhere is no folder"),
        ({"results": Path("in/out")}, "choose another folder"),
        ({"scheduler": "tcp://127.0.0.1:9"}, "no scheduler"),
    ],
)
def test_an_option_that_makes_no_sense_is_told(root, monkeypatch, options, message):
    monkeypatch.chdir(root)
    monkeypatch.setattr("attnbook.grading.executors._PATIENCE", 1)
    with pytest.raises(ValueError, match=message):
        replace(session_of(root), **options).run()


def test_without_a_sandbox_it_refuses_unless_told_and_marks_each_result(
    root, monkeypatch
):
    def refuse(_):
        raise NoSandboxError("no bubblewrap here")

    monkeypatch.setattr(session, "sandboxed", refuse)
    with pytest.raises(ValueError, match=r"no bubblewrap here\n.*attnbook doctor"):
        session_of(root).run()
    assert not (root / "out").exists()
    session_of(root, unsafe=True).run()
    assert {r.sandbox for r in read_records(root / "out")} == {"unsandboxed"}
    assert points(root)["ada"] == 7


def test_folders_that_students_code_could_read_are_refused(root, monkeypatch):
    monkeypatch.setattr(sys, "prefix", str(root))
    with pytest.raises(ValueError, match="which students' code can read"):
        session_of(root).run()


def test_exercises_that_were_handed_in_are_never_run(root, monkeypatch):
    """Their checks would run outside of the sandbox."""
    monkeypatch.undo()
    monkeypatch.setattr(session, "__file__", str(root / "a" / "b" / "c" / "session.py"))
    write_set(root / "in")
    monkeypatch.chdir(root / "in")
    with pytest.raises(ValueError, match="its checks would run here"):
        session_of(root).run()


# -- Ctrl-C --------------------------------------------------------------------------
def test_ctrl_c_ends_at_once_and_keeps_what_is_done(root, monkeypatch):
    loops = notebook("def double(x):\n    while True: pass", *["while True: pass"] * 3)
    for number in range(5):
        (root / "in" / f"z{number}.ipynb").write_bytes(loops)
    script = f"""
import signal, sys
from pathlib import Path
from attnbook.grading.session import Session
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job may start without
Session._exercises = lambda _: Path({str(root / "book" / "exercises")!r})
Session(Path({str(root / "in")!r}), Path({str(root / "out")!r}), jobs=2, seed=3).run()
"""
    running = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    records = root / "out" / "records"
    wait_until(lambda: records.exists() and len(list(records.iterdir())) >= 3)
    time.sleep(1)  # by now the loops run
    start = time.monotonic()
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=15)
    assert running.returncode != 0
    assert time.monotonic() - start < 8
    assert "3 of 8 have their record in" in told
    assert len(list(records.glob("*.json"))) == len(list(records.iterdir())) == 3
    for path in (root / "in").glob("z*"):
        path.unlink()
    called = calls_of_grade(monkeypatch)
    session_of(root).run()
    assert called == []


# -- memory --------------------------------------------------------------------------
def test_processes_that_take_too_much_together_are_ended(root, monkeypatch):
    monkeypatch.setattr("attnbook.grading.process._MOST_MEMORY", 600_000_000)
    cell = """
import os, time
def double(x):
    for _ in range(4):
        if os.fork() == 0:
            taken = b"x" * 200_000_000
            time.sleep(60)
    time.sleep(60)
"""
    (root / "in" / "ada.ipynb").write_bytes(notebook(cell))
    session_of(root).run()
    (ada,) = (r for r in read_records(root / "out") if r.file == "ada.ipynb")
    assert "used more than 0.5" in ada.tasks[0].checks[0].text


def test_many_submissions_take_no_more_memory_than_a_few(root):
    """Few of them are read ahead, whatever their number."""
    most, now, lock = 0, 0, threading.Lock()
    from attnbook.grading.batch import Batch
    from attnbook.grading.executors import on_this_machine
    from attnbook.grading.submissions import Submission

    def read() -> bytes:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        return b""

    batch = Batch(session_of(root)._terms(), root / "out")
    handed_in = [Submission(f"{n}.ipynb", read) for n in range(50)]
    with on_this_machine(2) as (executor, workers):
        for _ in batch.grade_all(handed_in, executor, workers):
            with lock:
                now -= 1
    assert most <= 5
    assert len(list((root / "out" / "records").iterdir())) == 50


def test_no_process_starts_while_stopping():
    Process.stop_all()
    try:
        with pytest.raises(KeyboardInterrupt):
            Process(["true"])
    finally:
        Process.go_on()


# -- the command ---------------------------------------------------------------------
def test_the_command_grades_a_class(root, capsys):
    from attnbook.__main__ import main

    there = [str(root / "in"), "--out", str(root / "out"), "--seed", "5"]
    assert main(["grade", *there, "--set", "doubling"]) == 0
    assert "seed 5, bwrap" in capsys.readouterr().out
    assert points(root) == {"ada": 7, "bob": 4, "eve": None}
    record = json.loads((root / "out" / "records").glob("ada*").__next__().read_text())
    assert record["seed"] == 5
