import pytest

from attnbook.grading.record import record_path, write_record
from attnbook.grading.reports import write_reports

from ..records import record, ungraded


def contents(folder):
    return {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def results(tmp_path):
    for one in (record("ada"), ungraded("bob")):
        write_record(one, tmp_path)
    return tmp_path


def test_a_page_for_each_student_a_table_and_a_summary(results):
    written = write_reports(results)
    assert [p.relative_to(results).as_posix() for p in written] == [
        "feedback/ada.html",
        "feedback/bob.html",
        "marks.csv",
        "summary.html",
    ]
    assert all(path.stat().st_size > 100 for path in written)


def test_a_spreadsheet_learns_the_encoding_of_the_table(results):
    write_reports(results)
    assert (results / "marks.csv").read_bytes().startswith(b"\xef\xbb\xbfsubmission,")


def test_a_second_time_writes_nothing(results):
    files = write_reports(results)
    before, times = contents(results), [p.stat().st_mtime_ns for p in files]
    write_reports(results)
    assert contents(results) == before
    assert [p.stat().st_mtime_ns for p in files] == times


def test_the_page_of_a_submission_that_is_gone_goes_too(results):
    write_reports(results)
    record_path(results, "bob").unlink()
    write_reports(results)
    assert sorted(p.name for p in (results / "feedback").iterdir()) == ["ada.html"]


def test_a_stopped_run_leaves_whole_files(results, monkeypatch):
    write_reports(results)
    before = (results / "marks.csv").read_bytes()
    write_record(record("cyd"), results)
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_reports(results)
    assert (results / "marks.csv").read_bytes() == before
    assert sorted(p.name for p in results.rglob(".*")) == []


def test_a_folder_without_records_is_refused(tmp_path):
    with pytest.raises(ValueError, match="run `attnbook grade` first"):
        write_reports(tmp_path)
