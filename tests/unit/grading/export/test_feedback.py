from pathlib import PurePosixPath

import pytest

from attnbook.grading.export.feedback import feedback_files
from attnbook.grading.record import Student

from ..records import record, task, ungraded


def names(*files):
    handed_in = [record(f"s{n}", file=file) for n, file in enumerate(files)]
    return [name for name, _ in feedback_files(handed_in)]


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        (
            "Zoë Brontë_123_assignsubmission_file_/a/b.ipynb",
            "Zoë Brontë_123_assignsubmission_file_",
        ),
        ("Ada_123_assignsubmission_file/b.ipynb", "Ada_123_assignsubmission_file"),
        (
            "Ada_123_assignsubmission_file_my_work.ipynb",
            "Ada_123_assignsubmission_file_",
        ),
        ("lovelaceada_17_4711_my work.ipynb", "lovelaceada_17_4711_my work"),
        ("ada.ipynb", "ada"),
    ],
)
def test_a_page_lies_in_the_folder_that_the_submission_came_in(file, folder):
    assert names(file) == [f"{folder}/feedback.html"]


@pytest.mark.parametrize(
    "others",
    [
        ("A_7_assignsubmission_file_/x.ipynb", "A_7_assignsubmission_file_/y.ipynb"),
        ("A_7_assignsubmission_file_x.ipynb", "A_7_assignsubmission_file_y.ipynb"),
        ("A_7_assignsubmission_file_/x.ipynb", "A_7_assignsubmission_other_/y.ipynb"),
        ("ADA/x.ipynb", "ada.ipynb"),
    ],
)
def test_two_pages_of_one_student_do_not_replace_each_other(others):
    told = names(*others, "B_8_assignsubmission_file_/x.ipynb")
    pages = [name.rpartition("/")[2] for name in told]
    assert sorted(pages) == ["feedback-1.html", "feedback-2.html", "feedback.html"]


@pytest.mark.parametrize(
    "file",
    [
        *("/etc/passwd", "//etc/passwd", "../../x/y.ipynb", "..\\..\\x.ipynb"),
        *("C:\\x.ipynb", "a\nb\x1b[2J\u202e/x.ipynb", "a..b/x.ipynb", "\udc80/x"),
    ],
)
def test_no_name_leads_elsewhere_or_hides_something(file):
    (name,) = names(file)
    assert name.isprintable()
    assert not set(name) & set('\\:*?"<>|')
    assert ".." not in name
    folder, page = PurePosixPath(name).parts
    assert folder.strip()
    assert page == "feedback.html"


@pytest.mark.parametrize("file", ["/", "", ". ./x.ipynb"])
def test_a_file_without_a_name_has_that_of_its_record(file):
    assert names(file) == ["s0/feedback.html"]


def test_who_handed_nothing_in_has_no_page_but_what_is_unreadable_has():
    missing = ungraded("nobody", status="missing", file="")
    told = feedback_files([missing, ungraded("bob", "the file is empty")])
    assert [name for name, _ in told] == ["bob/feedback.html"]
    assert "the file is empty" in told[0][1]


def test_a_page_is_what_a_student_may_see():
    hidden = task(0, text="f([271828]) is off", hidden=True)
    one = record("ada", hidden, student=Student("1", "Ada"), flags=("a trick",))
    plain = record("bob", task(0, text="f([314159]) is off"))
    (_, page), (_, other) = feedback_files([one, plain])
    assert "271828" not in page
    assert "a trick" not in page
    assert "314159" in other
