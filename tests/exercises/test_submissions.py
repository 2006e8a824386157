"""What was handed in is found, in a folder or the zip of an LMS, and nothing else."""

import os
import stat
import zipfile
from dataclasses import replace

import pytest

from attnbook.grading.record import Student
from attnbook.grading.roster import Entry, Roster, read_roster
from attnbook.grading.submissions import (
    LARGEST,
    Submission,
    UnreadableError,
    find_submissions,
)

from .small import RIGHT, notebook

BOOK = notebook(RIGHT)


def write_folder(root, *paths: str):
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(BOOK)
    return root


def write_zip(path, *members: tuple[str | zipfile.ZipInfo, bytes]):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def files(found: list[Submission]) -> list[str]:
    return [submission.file for submission in found]


def student_of(path: str) -> Student:
    return Submission(path, bytes).student


@pytest.mark.parametrize(
    ("path", "student"),
    [
        (
            "Ada Lovelace_17_assignsubmission_file_/a.ipynb",
            Student("17", "Ada Lovelace"),
        ),
        (
            "Ada Lovelace_17_assignsubmission_file_a.ipynb",
            Student("17", "Ada Lovelace"),
        ),
        ("lovelaceada_1815_42_notebook.ipynb", Student("1815", "lovelaceada")),
        ("lovelaceada_LATE_1815_42_note_book-1.ipynb", Student("1815", "lovelaceada")),
        ("Zoë O'Hara/week 1/a.ipynb", Student("", "Zoë O'Hara")),
        ("zoë.ipynb", Student("", "zoë")),
    ],
)
def test_the_names_of_moodle_and_canvas_say_who_handed_in(path, student):
    assert student_of(path) == student


def test_a_folder_is_searched_in_depth_and_litter_left_out(tmp_path):
    write_folder(
        tmp_path,
        "b.ipynb",
        "Ada/week 1/a.ipynb",
        "Ada/.ipynb_checkpoints/a-checkpoint.ipynb",
        "Ada/data.csv",
        "__MACOSX/Ada/._a.ipynb",
        ".DS_Store",
    )
    assert files(find_submissions(tmp_path)) == ["Ada/week 1/a.ipynb", "b.ipynb"]


def test_whoever_handed_in_no_notebook_is_not_lost(tmp_path):
    moodle = "Bob_7_assignsubmission_"
    write_folder(
        tmp_path,
        "essay.pdf",
        f"{moodle}file_/one.docx",
        f"{moodle}file_/two.docx",
        f"{moodle}onlinetext_/onlinetext.html",
        "Ada_8_assignsubmission_file_/a.ipynb",
    )
    assert files(find_submissions(tmp_path)) == [
        "Ada_8_assignsubmission_file_/a.ipynb",
        f"{moodle}file_/one.docx",
        "essay.pdf",
    ]


def test_a_folder_around_everybody_is_nobody_s_name(tmp_path):
    write_folder(tmp_path, "all/ada.ipynb", "all/bob.ipynb")
    assert files(find_submissions(tmp_path)) == ["ada.ipynb", "bob.ipynb"]


def test_names_are_fit_for_files_and_unlike(tmp_path):
    write_folder(tmp_path, "ö.ipynb", "Ö/ö.ipynb", "名前.ipynb", "x" * 200 + ".ipynb")
    names = [submission.name for submission in find_submissions(tmp_path)]
    assert len(set(names)) == 4
    for name in names:
        assert name.isascii()
        assert len(name) < 60
        assert not set(name) - set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_name_that_is_no_text_can_be_printed(tmp_path):
    (tmp_path / os.fsdecode(b"a\xff\x1b[2J\n.ipynb")).write_bytes(BOOK)
    (found,) = find_submissions(tmp_path)
    assert found.label.isprintable()
    assert found.student.name.isprintable()
    assert found.read() == BOOK


def test_one_notebook_is_a_class_of_one(tmp_path):
    write_folder(tmp_path, "a.ipynb")
    assert find_submissions(tmp_path / "a.ipynb")[0].read() == BOOK


@pytest.mark.parametrize("name", ["missing", "text.txt", "empty"])
def test_where_nothing_was_handed_in_is_told(tmp_path, name):
    (tmp_path / "text.txt").write_text("hello")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ValueError, match=name):
        find_submissions(tmp_path / name)


# -- what is no file ----------------------------------------------------------------
def reason(submission: Submission) -> str:
    with pytest.raises(UnreadableError) as caught:
        submission.read()
    return str(caught.value)


def test_a_link_is_not_followed(tmp_path):
    secret = tmp_path / "secret.ipynb"
    secret.write_bytes(BOOK)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.ipynb").symlink_to(secret)
    (folder / "b").symlink_to(tmp_path)
    found = find_submissions(folder)
    assert [(f.file, reason(f)) for f in found] == [
        ("a.ipynb", "a link, not a file"),
        ("b", "a link, not a file"),
    ]


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.ipynb")
    (found,) = find_submissions(tmp_path)
    assert reason(found) == "no file"


def test_a_huge_file_is_not_read(tmp_path):
    with (tmp_path / "a.ipynb").open("wb") as file:
        file.truncate(LARGEST + 1)
    (found,) = find_submissions(tmp_path)
    assert "larger than 20 MB" in reason(found)


# -- zips ------------------------------------------------------------------------------
def test_a_zip_is_read_and_not_unpacked(tmp_path):
    path = write_zip(
        tmp_path / "class.zip",
        ("Ada_8_assignsubmission_file_/a.ipynb", BOOK),
        ("Bob_9_assignsubmission_file_/b.ipynb", BOOK + b"\n"),
    )
    found = find_submissions(path)
    assert [f.student.id for f in found] == ["8", "9"]
    assert [f.read() for f in found] == [BOOK, BOOK + b"\n"]
    assert [p.name for p in tmp_path.iterdir()] == ["class.zip"]


def test_paths_that_lead_out_of_a_zip_lead_nowhere(tmp_path):
    slips = ("../../a.ipynb", "/etc/b.ipynb", "C:\\c.ipynb", "x/../../d.ipynb")
    path = write_zip(tmp_path / "class.zip", *((slip, BOOK) for slip in slips))
    found = find_submissions(path)
    assert files(found) == ["a.ipynb", "c.ipynb", "etc/b.ipynb", "x/d.ipynb"]
    assert all(f.read() == BOOK for f in found)


def test_a_bomb_does_not_go_off(tmp_path):
    path = write_zip(
        tmp_path / "class.zip", ("a.ipynb", b" " * 300_000_000), ("b.ipynb", BOOK)
    )
    assert path.stat().st_size < 1_000_000
    bomb, other = find_submissions(path)
    assert "larger than 20 MB" in reason(bomb)
    assert other.read() == BOOK


def test_a_zip_of_endless_files_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("attnbook.grading.submissions._MOST", 7)
    members = ((f"{number}.ipynb", b"") for number in range(8))
    with pytest.raises(ValueError, match="has 8 files"):
        find_submissions(write_zip(tmp_path / "class.zip", *members))


def test_a_link_in_a_zip_is_not_followed(tmp_path):
    link = zipfile.ZipInfo("a.ipynb")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    (found,) = find_submissions(write_zip(tmp_path / "c.zip", (link, b"/etc/passwd")))
    assert reason(found) == "a link, not a file"


def test_two_files_of_one_name_are_two_submissions(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = write_zip(tmp_path / "c.zip", ("a.ipynb", b"1"), ("a.ipynb", b"2"))
    found = find_submissions(path)
    assert [(f.file, f.read()) for f in found] == [
        ("a (2).ipynb", b"2"),
        ("a.ipynb", b"1"),
    ]
    assert found[0].name != found[1].name


def test_names_of_old_zips_are_read_as_utf_8(tmp_path):
    path = write_zip(tmp_path / "c.zip", ("Zoë/a.ipynb", BOOK))
    raw = path.read_bytes()
    for header, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = raw.index(header) + at
        raw = raw[:place] + bytes(2) + raw[place + 2 :]
    path.write_bytes(raw)
    assert files(find_submissions(path)) == ["Zoë/a.ipynb"]


def test_a_broken_member_costs_the_others_nothing(tmp_path):
    path = write_zip(tmp_path / "c.zip", ("a.ipynb", BOOK), ("b.ipynb", BOOK))
    raw = bytearray(path.read_bytes())
    raw[60:70] = bytes(10)
    path.write_bytes(raw)
    first, second = find_submissions(path)
    assert reason(first).startswith("broken in the zip")
    assert second.read() == BOOK


# -- the class -----------------------------------------------------------------------
ROSTER = """\ufeffid,name,email,user
17,Ada Lovelace,ada@example.org,al
18,"O'Hara, Zoë",zoe.ohara@example.org,zo
19,Bob,bob@example.org,
"""


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (Student("17", "someone"), "17"),
        (Student("", "ada lovelace"), "17"),
        (Student("", "AdaLovelace"), "17"),
        (Student("", "zoe.ohara"), "18"),
        (Student("", "O\u2019Hara Zoe\u0308"), "18"),
        (Student("", "bob"), "19"),
        (Student("", "carl"), ""),
        (Student("", ""), ""),
    ],
)
def test_a_roster_finds_a_student_by_any_of_its_columns(tmp_path, said, found):
    path = tmp_path / "roster.csv"
    path.write_text(ROSTER, "utf-8")
    roster = read_roster(path)
    assert roster.find(said).id == found
    assert found or roster.find(said) == replace(said, listed=False)


def test_a_name_that_two_share_is_nobody_s():
    entries = (Entry(Student(one, "Ada"), frozenset({"ada"})) for one in "12")
    assert Roster(tuple(entries)).find(Student("", "Ada")).id == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "needs a first line with a column id"),
        ("name\nAda\n", "needs a first line with a column id"),
        ("id,name\n1,Ada\n1,Bob\n", "has the id 1 twice"),
    ],
)
def test_what_is_no_roster_is_told(tmp_path, text, message):
    path = tmp_path / "roster.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=message):
        read_roster(path)
