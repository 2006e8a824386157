"""What a teacher mistypes is one line, before a notebook has run."""

import shutil

import pytest

from attnbook.__main__ import main
from attnbook.grading.assignment import collect, told_hidden
from attnbook.grading.record import read_records
from attnbook.grading.session import Session

from .small import RIGHT, check_text, notebook, write_hidden, write_set


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Make a book of one set, and a class of one."""
    exercises = write_set(tmp_path / "book")
    monkeypatch.setattr(Session, "_exercises", lambda _: exercises)
    monkeypatch.setattr("attnbook.grading.sets.exercises_folder", lambda: exercises)
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


@pytest.mark.usefixtures("root")
def test_results_need_a_folder_that_can_be_written(refused, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    assert ". cannot be written: " in refused("grade", "in", "--out", "out")


def test_results_do_not_go_among_other_files(root, refused):
    (root / "week-1").mkdir()
    (root / "week-1" / "bob.ipynb").write_bytes(notebook(RIGHT))
    said = refused("grade", "in", "--out", "week-1")
    assert "week-1 holds other files, and no results: " in said
    assert [path.name for path in (root / "week-1").iterdir()] == ["bob.ipynb"]


# -- hidden checks -------------------------------------------------------------------
GOOD = check_text("double", 2, 5, "a secret")
MISTAKES = {
    "no Python": (GOOD + ")", 13, "SyntaxError: unmatched ')'"),
    "no hint": (GOOD.replace(', hint="add x to itself"', ""), 8, "TypeError: "),
    "another task": (GOOD.replace('"double"', '"doubel"'), 8, "'a secret' is a check"),
    "an unknown name": (GOOD.replace("@check", "@chekc"), 8, "NameError: name 'chekc'"),
    "a module that is not there": ("\nimport nopy\n", 2, "ModuleNotFoundError: No mod"),
}


@pytest.mark.parametrize("kind", MISTAKES)
@pytest.mark.parametrize("command", ["grade", "gradescope"])
def test_a_mistake_in_a_hidden_file_is_told_with_its_line(root, refused, kind, command):
    text, line, told = MISTAKES[kind]
    hidden = write_hidden(root / "book", "double", text)
    words = [command, "in", "--out", "out"]
    if command == "gradescope":
        words = [command, "doubling", "--out", "out.zip"]
    said = refused(*words, "--hidden", str(hidden))
    path = hidden / "doubling" / "checks" / "double.py"
    assert said.startswith(f"attnbook: {path}, line {line}: {told}")
    assert sorted(hidden.rglob("*")) == [path.parents[1], path.parent, path]


@pytest.mark.parametrize(
    ("task", "text", "told"),
    [
        ("doubel", GOOD, "doubling has no task called doubel: did you mean double?"),
        ("double", "x = 1\n", "double.py: there is no check in it"),
    ],
)
def test_a_hidden_file_that_checks_nothing_is_told(root, refused, task, text, told):
    hidden = write_hidden(root / "book", task, text)
    assert told in refused("grade", "in", "--out", "out", "--hidden", str(hidden))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2 * numbers", "3 * numbers", "'a secret' of double: double(array"),
        (
            "student(numbers).is",
            "student(numbers)  # .is",
            "lets a function pass that returns nothing",
        ),
        ("    looks =", "    1 / 0\n    looks =", "line 11) raised ZeroDivisionError"),
    ],
)
def test_a_hidden_check_is_tried_before_anybody_is_graded(
    root, refused, old, new, told
):
    assert old in GOOD
    hidden = write_hidden(root / "book", "double", GOOD.replace(old, new))
    said = refused("grade", "in", "--out", "out", "--hidden", str(hidden))
    assert "the hidden check 'a secret' of double" in said
    assert told in said
    out = ("--out", "out.zip", "--hidden", str(hidden))
    assert told in refused("gradescope", "doubling", *out)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("nowhere", "nowhere is no folder"),
        ("hidden/doubling", "name the folder that holds the set's"),
        ("hidden/doubling/checks", "name the folder that holds the set's"),
        ("hidden/doubling/checks/double.py", "double.py is no folder"),
    ],
)
def test_a_hidden_folder_that_is_none_is_told(root, refused, path, told):
    hidden = write_hidden(root / "book", "double", GOOD).parent / path
    assert told in refused("grade", "in", "--out", "out", "--hidden", str(hidden))


def test_hidden_checks_of_other_sets_only_are_told(root, refused):
    hidden = write_hidden(root / "book", "double", GOOD)
    folder = root / "book" / "exercises"
    shutil.copytree(folder / "doubling", folder / "tripling")
    options = ("--out", "out", "--set", "tripling", "--hidden", str(hidden))
    said = refused("grade", "in", *options)
    assert "has no hidden checks for tripling: it has some for doubling" in said


def test_the_hidden_checks_that_are_used_are_told(root):
    hidden = write_hidden(root / "book", "double", GOOD)
    write_hidden(root / "book", "fourfold", check_text("fourfold", 4, 1, "more"))
    exercises = root / "book" / "exercises"
    told = told_hidden(collect(exercises, hidden=hidden))
    assert told == "hidden checks: 2 (double, fourfold)"
    assert told_hidden(collect(exercises)) == "hidden checks: none"


def test_gradescope_tells_the_hidden_checks_that_are_used(root, capsys):
    hidden = write_hidden(root / "book", "double", GOOD)
    options = ("--hidden", str(hidden), "--out", "out.zip")
    assert main(["gradescope", "doubling", *options]) == 0
    assert "hidden checks: 1 (double)" in capsys.readouterr().out


def test_grade_tells_the_hidden_checks_that_are_used(root, capsys):
    hidden = write_hidden(root / "book", "double", GOOD)
    options = ("--hidden", str(hidden), "--out", "out", "--unsafe-no-sandbox")
    assert main(["grade", "in", *options]) == 0
    assert "hidden checks: 1 (double)" in capsys.readouterr().out


def test_a_hidden_check_that_fails_is_named_to_the_teacher_only(root, capsys):
    (root / "in" / "ada.ipynb").write_bytes(notebook("def double(x): return x * x"))
    line = "    1 / int(student(np.ones(1)).array[0] - 1)\n"  # which is 0 for hers
    broken = GOOD.replace("    looks =", f"{line}    looks =")
    hidden = write_hidden(root / "book", "double", broken)
    options = ("--hidden", str(hidden), "--out", "out", "--unsafe-no-sandbox")
    assert main(["grade", "in", *options]) == 1
    reason = (
        "the check 'a secret' (doubling/checks/double.py, line 11) raised "
        "ZeroDivisionError: division by zero"
    )
    assert f"ada.ipynb: the grader failed: {reason}\n" in capsys.readouterr().err
    (record,) = read_records(root / "out")
    assert (record.points, record.reason) == (None, reason)
    (page,) = (root / "out" / "feedback").glob("ada*.html")
    assert "ZeroDivisionError" not in page.read_text("utf-8")
    assert "a secret" not in page.read_text("utf-8")
