import json
from dataclasses import replace

import numpy as np
import pytest

from attnbook.grading.declare import check
from attnbook.grading.learners import Live
from attnbook.grading.record import (
    CheckMark,
    Record,
    Student,
    TaskMark,
    as_json,
    from_json,
    read_records,
    task_mark,
    write_record,
)
from attnbook.grading.run import run_task

CHECKS = (
    CheckMark("double", "numbers double", 2, 2),
    CheckMark("double", "others, too", 0, 3, "said 'x'", "look", hidden=True),
    CheckMark("double", "no loop", 0, 1, "off by 7", "use +"),
)
RECORD = Record(
    submission="ada-0f",
    file="Ada/ä.ipynb",
    sha256="00",
    key="11",
    student=Student("17", "Ada"),
    status="graded",
    seed=3,
    sandbox="bwrap",
    versions={"numpy": "2"},
    notes=("cell 1 stopped",),
    flags=("calls softmax",),
    tasks=(
        TaskMark("doubling", "double", 2, 6, checks=CHECKS),
        TaskMark("doubling", "halve", 5, 7, 5, "not written"),
    ),
)
LOST = replace(RECORD, submission="bob-1f", status="unreadable", tasks=())


def test_what_is_written_is_read(tmp_path):
    for record in (LOST, RECORD):
        write_record(record, tmp_path)
    assert read_records(tmp_path) == [RECORD, LOST]


def test_a_record_from_before_class_lists_were_noted_is_read():
    old = json.loads(as_json(RECORD))
    del old["student"]["listed"]
    assert from_json(json.dumps(old)).student.listed is None


def test_what_came_of_a_task_is_written_down_without_arrays():
    @check("double", "twice", points=2, hint="add")
    def twice(student):
        student(np.array([1.0, 3.0])).is_close([2, 6])

    result = run_task("double", [twice], Live({"double": lambda x: x}))
    told = "double(np.array([1, 3])) is off by up to 3"
    assert task_mark("doubling", result) == TaskMark(
        *("doubling", "double", 0, 2),
        checks=(CheckMark("double", "twice", 0, 2, told, "add"),),
    )
    none = task_mark("doubling", run_task("double", [twice], Live({})))
    assert none.unwritten.startswith("there is no function called double")
    assert (none.points, none.possible, none.checks) == (0, 2, ())


def test_marks_add_up_and_an_ungraded_one_has_none_not_zero():
    assert (RECORD.points, RECORD.possible) == (7, 13)
    assert (LOST.points, LOST.possible) == (None, None)
    assert json.loads(as_json(LOST))["points"] is None
    assert json.loads(as_json(RECORD))["points"] == 7


def test_a_student_sees_neither_flags_nor_what_a_hidden_check_said():
    shown = RECORD.for_student()
    assert shown.flags == ()
    assert "said" not in as_json(shown)
    assert "look" not in as_json(shown)
    assert "off by 7" in as_json(shown)
    assert (shown.points, shown.notes) == (RECORD.points, RECORD.notes)


def test_a_record_of_another_version_is_refused_by_name(tmp_path):
    path = write_record(RECORD, tmp_path)
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 99'))
    with pytest.raises(ValueError, match=r"ada-0f\.json: a record of version 99"):
        read_records(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": 1}', "null", "7"])
def test_what_is_no_record_is_refused(text):
    with pytest.raises(ValueError, match="no record"):
        from_json(text)


def test_a_folder_without_records_says_what_to_run(tmp_path):
    with pytest.raises(ValueError, match="run `attnbook grade` first"):
        read_records(tmp_path)


def test_a_student_does_not_read_how_the_grader_failed():
    """Its words may hold what a hidden check compared."""
    failed = replace(LOST, status="grader_error", reason="KeyError: 271828")
    assert "271828" not in as_json(failed.for_student())
    assert "the grader itself failed" in failed.for_student().reason
    assert LOST.for_student().reason == LOST.reason
