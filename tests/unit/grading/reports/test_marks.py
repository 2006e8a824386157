import csv
import io

import pytest

from attnbook.grading.record import Student
from attnbook.grading.reports.marks import guarded, marks_csv

from ..records import FORMULA, NAMES, record, task, ungraded


def rows(*records):
    return list(csv.DictReader(io.StringIO(marks_csv(records))))


def test_a_submission_has_its_points_in_all_and_for_each_task():
    (row,) = rows(record("ada", task(1, 0, 1), task(1, name="g")))
    assert (row["points"], row["possible"]) == ("3", "4")
    assert row["soft-lookup / f"] == "2"
    assert row["soft-lookup / g"] == "1"


def test_a_mark_that_is_not_known_is_empty_and_has_a_reason():
    right, none = rows(record(), ungraded(reason="the file is empty"))
    assert right["points"] == "1"
    assert none["points"] == none["soft-lookup / f"] == ""
    assert none["reason"] == "the file is empty"
    assert none["status"] == "unreadable"


def test_a_mark_of_nothing_is_0():
    (row,) = rows(record("ada", task(0, 0)))
    assert row["points"] == "0"


@pytest.mark.parametrize("name", [*NAMES, FORMULA, "＝1+1"])
def test_no_cell_of_text_begins_like_a_formula(name):
    (row,) = rows(
        record(
            "ada",
            student=Student(name, name, name),
            file=name,
            reason=name,
            flags=(name,),
        )
    )
    for column in ("id", "name", "email", "file", "reason", "look at"):
        assert not row[column].strip().startswith(("=", "+", "-", "@", "＝")), column
        assert "\n" not in row[column]
        assert "\t" not in row[column]


def test_a_guarded_name_can_still_be_read():
    assert guarded("@home") == "'@home"
    assert guarded("Ada = Countess") == "Ada = Countess"


def test_one_line_for_each_submission_whatever_its_name():
    table = marks_csv([record(f"s{n}", file=name) for n, name in enumerate(NAMES)])
    assert table.count("\n") == len(NAMES) + 1


@pytest.mark.parametrize(
    ("listed", "told", "number"),
    [(True, "yes", "17"), (False, "no", ""), (None, "", "17")],
)
def test_an_id_that_is_not_the_class_list_s_is_left_out(listed, told, number):
    (row,) = rows(record(student=Student("17", "Ada", listed=listed)))
    assert (row["class list"], row["id"], row["name"]) == (told, number, "Ada")


def test_what_ran_unsandboxed_is_marked_so():
    (row,) = rows(record(sandbox="unsandboxed"))
    assert row["sandbox"] == "unsandboxed"
