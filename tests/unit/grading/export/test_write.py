import csv
import json
import zipfile

import pytest

from attnbook.__main__ import main
from attnbook.grading.record import write_record

from ..records import record, ungraded


@pytest.fixture(autouse=True)
def results(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for one in (record("ada"), ungraded("bob")):
        write_record(one, tmp_path / "results")


def export(*options):
    return main(["export", "results", "--out", "out", *options])


def test_a_table_for_a_spreadsheet(tmp_path, capsys):
    assert export("--format", "csv") == 0
    assert (tmp_path / "out").read_bytes().startswith(b"\xef\xbb\xbfsubmission,")
    rows = list(csv.DictReader((tmp_path / "out").read_text("utf-8-sig").splitlines()))
    assert [row["points"] for row in rows] == ["1", ""]
    assert capsys.readouterr().out == "2 lines\nwritten: out\n"
    (tmp_path / "results" / "records" / "bob.json").unlink()
    export("--format", "csv")
    assert capsys.readouterr().out == "1 line\nwritten: out\n"


def test_a_zip_of_results_for_gradescope_is_the_same_each_time(tmp_path):
    assert export("--format", "gradescope") == 0
    first = (tmp_path / "out").read_bytes()
    with zipfile.ZipFile(tmp_path / "out") as archive:
        assert archive.namelist() == ["ada/results.json", "bob/results.json"]
        assert json.loads(archive.read("ada/results.json"))["score"] == 1
    assert export("--format", "gradescope") == 0
    assert (tmp_path / "out").read_bytes() == first


def test_a_zip_of_feedback_is_the_same_each_time(tmp_path, capsys):
    write_record(ungraded("_nothing-1", status="missing"), tmp_path / "results")
    assert export("--format", "feedback") == 0
    assert capsys.readouterr().out == "2 pages of feedback\nwritten: out\n"
    first = (tmp_path / "out").read_bytes()
    with zipfile.ZipFile(tmp_path / "out") as archive:
        assert archive.namelist() == ["ada/feedback.html", "bob/feedback.html"]
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"Feedback for Ada" in archive.read("ada/feedback.html")
    assert export("--format", "feedback") == 0
    assert (tmp_path / "out").read_bytes() == first


@pytest.mark.parametrize("form", ["csv", "gradescope", "feedback", "moodle"])
def test_marks_of_two_gradings_are_not_mixed(tmp_path, capsys, form):
    for number in range(7):
        write_record(record(f"s{number}", terms="new"), tmp_path / "results")
    (tmp_path / "worksheet.csv").write_text("Identifier,Full name,Grade\n17,Ada,\n")
    assert export("--format", form, "--fill", "worksheet.csv") == 1
    told = capsys.readouterr().err
    assert told.startswith("attnbook: results/records holds marks of 2 gradings")
    assert "7 records (s0.json, s1.json, s2.json, s3.json, s4.json and 2 more)" in told
    assert "; 1 record (ada.json). Run the same `attnbook grade` to its end" in told
    assert "delete from results/records the records that are no longer wanted" in told
    assert not (tmp_path / "out").exists()


def test_what_has_no_mark_makes_no_second_grading(tmp_path):
    write_record(ungraded("eve", terms="other"), tmp_path / "results")
    write_record(record("zoe"), tmp_path / "results")
    assert export("--format", "csv") == 0


def test_a_file_of_an_lms_is_filled_in_and_told_about(tmp_path, capsys):
    exported = tmp_path / "worksheet.csv"
    exported.write_text("Identifier,Full name,Grade\nParticipant 17,Ada,\n")
    assert export("--format", "moodle", "--fill", "worksheet.csv") == 0
    assert (tmp_path / "out").read_text().endswith("Participant 17,Ada,1\n")
    assert "not written, without a mark: Bob" in capsys.readouterr().out


def test_a_class_list_finds_who_was_graded_without_it(tmp_path):
    roster = "id,name,email,user\ns17,Ada L.,ada@example.org,17\n"
    (tmp_path / "class.csv").write_text(roster)
    (tmp_path / "grades.csv").write_text(
        "Student,ID,SIS User ID,SIS Login ID,Task (7)\n"
        '"L., Ada",4711,s17,ada@example.org,\n'
    )
    filling = ("--format", "canvas", "--fill", "grades.csv")
    assert export(*filling, "--roster", "class.csv") == 0
    assert (tmp_path / "out").read_text().endswith("s17,ada@example.org,1\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "moodle"), "--fill is missing: the file of the assignment's"),
        (("--format", "canvas", "--fill", "no.csv"), "no.csv cannot be read: No such"),
        (("--format", "canvas", "--fill", "empty.csv"), "empty.csv: an empty file"),
    ],
)
def test_what_is_missing_is_one_line_and_nothing_is_written(
    tmp_path, capsys, options, told
):
    (tmp_path / "empty.csv").touch()
    assert export(*options) == 1
    assert capsys.readouterr().err.startswith(f"attnbook: {told}")
    assert not (tmp_path / "out").exists()


def test_the_file_of_an_lms_is_never_overwritten(tmp_path, capsys):
    exported = tmp_path / "out"
    exported.write_text("Identifier,Full name,Grade\nParticipant 17,Ada,\n")
    before = exported.read_bytes()
    assert export("--format", "moodle", "--fill", "../" + tmp_path.name + "/out") == 1
    assert "out is the file of the LMS: name another one" in capsys.readouterr().err
    assert exported.read_bytes() == before


def test_a_file_in_which_nobody_is_found_is_not_written(tmp_path, capsys):
    exported = tmp_path / "worksheet.csv"
    exported.write_text("Identifier,Full name,Grade\nParticipant 99,Zoë Elm,\n")
    assert export("--format", "moodle", "--fill", "worksheet.csv") == 1
    told = capsys.readouterr().err
    assert told.startswith("attnbook: worksheet.csv: nobody of those with a mark")
    assert "Ada 17 (ada.ipynb)" in told
    assert "try --roster" in told
    assert not (tmp_path / "out").exists()


def test_a_folder_without_results_is_one_line(capsys):
    assert main(["export", "nowhere", "--format", "csv", "--out", "x"]) == 1
    assert "run `attnbook grade` first" in capsys.readouterr().err
