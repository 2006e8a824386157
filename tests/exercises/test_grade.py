"""One submission: every notebook that a person might hand in gets its marks."""

import json
from dataclasses import replace

import pytest

from attnbook.grading.assignment import collect
from attnbook.grading.grade import Work, grade
from attnbook.grading.record import Student, as_json

from .small import (
    DOUBLE,
    RIGHT,
    check_text,
    graded,
    notebook,
    terms,
    write_hidden,
    write_set,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("sandbox")]


@pytest.fixture
def root(tmp_path):
    write_set(tmp_path / "book")
    return tmp_path / "book"


def points(record):
    assert record.status == "graded", record.reason
    return [task.points for task in record.tasks]


def test_right_answers_earn_everything(root):
    record = graded(notebook(RIGHT), root)
    assert points(record) == [3, 2, 2]
    assert (record.points, record.possible) == (7, 7)
    assert all(task.follow_through is None for task in record.tasks)


def test_the_same_bytes_and_seed_give_the_same_record(root):
    squares = notebook("1 / 0", "def double(x):\n    return x**2")
    assert as_json(graded(squares, root)) == as_json(graded(squares, root))
    other = graded(squares, root, seed=7)
    assert (other.key, other.seed) != (graded(squares, root).key, 0)
    assert other.points == graded(squares, root).points


def test_whatever_decides_a_mark_is_in_the_key(root):
    assignment = collect(root / "exercises")
    this = terms(assignment)
    write_hidden(root, "double", check_text("double", 2, 5, "more"))
    hidden = collect(root / "exercises", hidden=root.parent / "hidden")
    others = [
        replace(this, seed=1),
        replace(this, sandbox="unsandboxed"),
        replace(this, versions=(("numpy", "0"),)),
        replace(this, assignment=hidden),
        replace(this, assignment=collect(root / "exercises", ["doubling"])),
    ]
    keys = {this.key("a"), this.key("b"), *(other.key("a") for other in others)}
    assert len(keys) == 7


# -- follow-through ----------------------------------------------------------------
WRONG_DOUBLE = RIGHT.replace("x + x", "x * x")


def test_a_wrong_function_does_not_cost_what_uses_it(root):
    record = graded(notebook(WRONG_DOUBLE), root)
    assert points(record) == [0, 2, 2]
    assert [task.follow_through for task in record.tasks] == [None, 2, 2]
    told = record.tasks[1].checks[0]
    assert (told.points, told.text) == (2, "")  # nothing about the other function


def test_a_second_grading_tells_the_mistake_that_is_the_tasks_own(root):
    wrong = WRONG_DOUBLE.replace("double(double(x))", "double(x)[:, None]")
    told = graded(notebook(wrong), root).tasks[1].checks[0].text
    assert told.endswith("has shape (7, 1), not (7,)")
    raised = WRONG_DOUBLE.replace("x * x", "foo(x)")
    assert "foo" not in str(graded(notebook(raised), root).tasks[1].checks)


def test_a_task_that_does_not_use_it_well_gets_nothing(root):
    wrong = WRONG_DOUBLE.replace("double(double(x))", "3 * double(x)")
    assert points(graded(notebook(wrong), root)) == [0, 0, 2]


def test_an_unwritten_task_is_not_graded_twice(root):
    record = graded(notebook("def double(x):\n    return 1"), root)
    assert [task.follow_through for task in record.tasks] == [None] * 3
    assert record.tasks[1].unwritten.startswith("there is no function called fourfold")


def test_the_better_mark_counts(root):
    """This fourfold does not get along with a double that is not its own."""
    own = """
def double(x, factor=3):
    return factor * x
def fourfold(x):
    return double(x, 4)
"""
    hidden = write_hidden(root, "fourfold", check_text("fourfold", 5, 1, "another"))
    fourfold = graded(notebook(own), root, hidden).tasks[1]
    assert (fourfold.points, fourfold.follow_through, fourfold.possible) == (2, 0, 3)


def test_the_answer_to_a_task_is_not_in_the_process_that_grades_it_again(root):
    """The one that grades fourfold again holds double, and neither of the others."""
    thief = """
def double(x):
    return 0
def fourfold(x):
    import gc
    for found in [double.__globals__, *gc.get_objects()]:
        if isinstance(found, dict) and found is not globals():
            for name in ("fourfold", "eightfold"):
                if callable(found.get(name)) and found[name] is not globals().get(name):
                    return found[name](x) * (4 if name == "fourfold" else 8) / 4
    return 0
"""
    assert points(graded(notebook(thief), root)) == [0, 0, 0]


# -- hidden checks -----------------------------------------------------------------
def test_hidden_checks_count_and_tell_a_student_nothing(root):
    text = check_text("double", 2, 5, "secret numbers")
    hidden = write_hidden(root, "double", text)
    record = graded(notebook("def double(x):\n    raise ValueError(x)"), root, hidden)
    assert record.tasks[0].possible == 8
    shown = next(c for c in record.for_student().tasks[0].checks if c.hidden)
    assert (shown.title, shown.text, shown.hint) == ("secret numbers", "", "")
    assert points(graded(notebook(RIGHT), root, hidden)) == [8, 2, 2]


def test_a_hidden_check_takes_the_place_of_the_public_one_of_its_title(root):
    hidden = write_hidden(root, "double", check_text("double", 3, 7))
    record = graded(notebook("def double(x):\n    return 3 * x"), root, hidden)
    assert (record.tasks[0].points, record.tasks[0].possible) == (7, 8)


def test_a_public_check_cannot_tell_what_a_hidden_one_asked(root):
    hidden = write_hidden(root, "double", check_text("double", 2, 5, "secret numbers"))
    spy = """
seen = []
def double(x):
    seen.append(len(x))
    raise ValueError(f"seen {len(seen)} times")
def fourfold(x):
    raise ValueError(f"seen {len(seen)} times")
"""
    told = as_json(graded(notebook(spy), root, hidden).for_student())
    assert "seen 2 times" in told
    assert "seen 3 times" not in told


@pytest.mark.parametrize(
    ("task", "text", "message"),
    [
        ("halve", check_text("halve", 1, 1), "no task called halve"),
        ("double", check_text("fourfold", 1, 1), "is a check of fourfold"),
    ],
)
def test_hidden_checks_of_no_task_are_told_before_anything_runs(
    root, task, text, message
):
    hidden = write_hidden(root, task, text)
    with pytest.raises(ValueError, match=message):
        collect(root / "exercises", hidden=hidden)


def test_hidden_checks_stay_out_of_the_book(root):
    hidden = write_hidden(root / "teacher", "double", check_text("double", 2, 1))
    with pytest.raises(ValueError, match="keep hidden checks outside"):
        collect(root / "exercises", hidden=hidden)


# -- every kind of notebook --------------------------------------------------------
COLAB = {
    "colab": {"provenance": []},
    "kernelspec": {"name": "python3", "display_name": "Python 3"},
    "accelerator": "GPU",
}
COLAB_CELLS = (
    "!pip install -q attnbook\n%cd /content",
    "from google.colab import drive\ndrive.mount('/content/drive')",
    '#@title My answer { run: "auto" }\n' + RIGHT,
)
VS_CODE = {"vscode": {"interpreter": {"hash": "31f2"}}, "orig_nbformat": 4}


def without_ids(content: bytes) -> bytes:
    book = json.loads(content)
    for cell in book["cells"]:
        del cell["id"], cell["outputs"], cell["execution_count"]
        cell["source"] = "".join(cell["source"])
    return json.dumps(book | {"nbformat_minor": 2}).encode()


KINDS = {
    "Colab": notebook(*COLAB_CELLS, **COLAB),
    "VS Code": without_ids(notebook(RIGHT, **VS_CODE)),
    "another kernel": notebook(RIGHT, kernelspec={"name": "ir", "language": "R"}),
    "a byte order mark": b"\xef\xbb\xbf" + notebook(RIGHT),
    "UTF-16": notebook(RIGHT).decode().encode("utf-16"),
    "Windows line ends": notebook(RIGHT.replace("\n", "\r\n")),
    "line ends of the file": notebook(RIGHT).replace(b", ", b",\r\n"),
    "copied cells": notebook(RIGHT, RIGHT, 'check("double")', 'check("double")'),
    "cells in another order": notebook(
        *("def " + part for part in RIGHT.split("def ")[:0:-1]), "import numpy as np"
    ),
    "the given cells deleted": notebook(RIGHT.replace("x + x", "np.add(x, x)")),
    "a given function deleted": notebook(RIGHT.replace("x + x", "add(x, x)")),
    "a magic that times": notebook("%%time\n" + RIGHT),
    "a question to IPython": notebook("print?\n" + RIGHT),
    "a shell's answer": notebook("files = !ls\n" + RIGHT),
    "an operator first in its line": notebook(
        'text = (\n    "%d"\n    % 3\n)\n' + RIGHT,
    ),
    "a form feed": notebook(RIGHT + "\n\x0c\ntext = 'a\\x0cb'"),
    "an error before the answer": notebook("1 / 0\n" + RIGHT),
    "an outer name with accents": notebook("größe = 3\n" + RIGHT),
    "an await": notebook("import asyncio\nawait asyncio.sleep(0)\n" + RIGHT),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_notebook_is_graded_whatever_wrote_it(root, kind):
    record = graded(KINDS[kind], root)
    assert points(record) == [3, 2, 2], record.notes


def test_a_renamed_function_is_missed_by_name(root):
    record = graded(notebook(RIGHT.replace("double", "twice")), root)
    assert record.tasks[0].unwritten == (
        "there is no function called double in the notebook"
    )
    assert record.status == "graded"


def test_a_second_function_of_the_same_name_is_told(root):
    again = "def double(x):\n    raise NotImplementedError"
    record = graded(notebook(RIGHT, again), root)
    assert record.tasks[0].points == 0
    assert "double is defined 2 times: the last one counts" in record.notes


# -- what has no marks ---------------------------------------------------------------
UNREADABLE = {
    "an empty file": (b"", "the file is empty"),
    "blanks": (b" \n", "the file is empty"),
    "text": (b"hello", "not a notebook"),
    "a zip": (b"PK\x03\x04...", "a zip: hand in the notebook that is in it"),
    "half a notebook": (notebook(RIGHT)[:200], "not a notebook"),
    "bytes": (bytes(range(256)), "not a notebook"),
    "a deep list": (b"[" * 100_000, "not a notebook"),
    "other JSON": (b'{"cells": 7}', "not a notebook of format 4"),
    "an old format": (b'{"nbformat": 3, "worksheets": []}', "not a notebook"),
    "no exercises": (notebook("x = 1"), "there are no exercises in it"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_graded_has_a_reason_and_no_mark(root, kind):
    content, reason = UNREADABLE[kind]
    record = graded(content, root)
    assert (record.status, record.points) == ("unreadable", None)
    assert reason in record.reason


def test_on_a_named_set_a_notebook_without_its_tasks_has_no_mark(root):
    """Somebody handed in another week's notebook, or the teacher named another set."""
    assignment = collect(root / "exercises", ["doubling"])
    work = Work("ada", "ada.ipynb", Student(), notebook("x = 1"))
    record = grade(work, terms(assignment))
    assert (record.status, record.points) == ("unreadable", None)
    assert record.reason == "no task of doubling is in this notebook"


def test_on_a_named_set_a_stub_is_enough_for_a_0(root):
    assignment = collect(root / "exercises", ["doubling"])
    work = Work("ada", "ada.ipynb", Student(), notebook('check("double")'))
    assert grade(work, terms(assignment)).points == 0


def test_a_mistake_in_a_check_costs_no_mark(root):
    path = root / "exercises" / "doubling" / "checks" / "double.py"
    path.write_text(path.read_text().replace("student(numbers)", "oops(numbers)"))
    record = graded(notebook(RIGHT), root)
    assert (record.status, record.points) == ("grader_error", None)
    assert "NameError" in record.reason


def test_a_sandbox_that_does_not_start_costs_no_mark(root, monkeypatch):
    broken = type("Broken", (), {"command": ("false",)})
    monkeypatch.setattr("attnbook.grading.grade.sandboxed", lambda: broken)
    record = graded(notebook(RIGHT), root)
    assert (record.status, record.points) == ("grader_error", None)
    assert "NotStartedError" in record.reason


def test_without_a_sandbox_the_record_says_so(root):
    record = graded(notebook(RIGHT), root, sandbox="unsandboxed")
    assert record.sandbox == "unsandboxed"
    assert record.points == 7


def test_another_version_on_the_machine_that_grades_is_an_error_of_ours(root):
    assignment = collect(root / "exercises")
    work = Work("ada", "ada.ipynb", Student(), notebook(RIGHT))
    elsewhere = replace(terms(assignment), versions=(("numpy", "0.1"),))
    record = grade(work, elsewhere)
    assert record.status == "grader_error"
    assert "other versions" in record.reason


def test_a_human_is_told_of_what_does_the_job(root):
    cells = ("import torch.nn.functional as F", DOUBLE, "def f(x): return F.softmax(x)")
    record = graded(notebook(*cells), root)
    assert record.flags == ("calls torch.nn.functional.softmax (code cell 3)",)
    assert record.for_student().flags == ()
