"""What a teacher mistypes is one line, before a notebook has run."""

import pytest

from attnbook.__main__ import main
from attnbook.grading.session import Session

from .small import RIGHT, notebook, write_set


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Make a book of one set, and a class of one."""
    exercises = write_set(tmp_path / "book")
    monkeypatch.setattr(Session, "_exercises", lambda _: exercises)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "ada.ipynb").write_bytes(notebook(RIGHT))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def refused(capsys, monkeypatch):
    """Run a command that must refuse, and grade nothing; give its one line."""

    def grades(*_):
        raise AssertionError("something was graded")

    monkeypatch.setattr("attnbook.grading.batch.grade", grades)

    def run(*words: str) -> str:
        assert main(list(words)) == 1
        said = capsys.readouterr().err
        assert said.startswith("attnbook: ")
        assert said.count("\n") == 1
        return said

    return run


# -- where results go ----------------------------------------------------------------
@pytest.mark.parametrize("out", ["marks.csv", "marks.csv/results"])
def test_results_need_a_folder(root, refused, out):
    (root / "marks.csv").write_text("kept")
    assert "marks.csv is a file: " in refused("grade", "in", "--out", out)
    assert (root / "marks.csv").read_text() == "kept"


def test_results_do_not_go_among_other_files(root, refused):
    (root / "week-1").mkdir()
    (root / "week-1" / "bob.ipynb").write_bytes(notebook(RIGHT))
    said = refused("grade", "in", "--out", "week-1")
    assert "week-1 holds other files, and no results: " in said
    assert [path.name for path in (root / "week-1").iterdir()] == ["bob.ipynb"]
